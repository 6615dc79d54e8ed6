import type { Directory, Unit } from '#modules/directory'

/** The offices of today that have posts: the province first, then its communes in Vietnamese order, then offices of their own. A one-stop centre counts with its office. */
export function unitsWithPosts(directory: Directory): Unit[] {
  return [directory.province(), ...directory.communes(), ...directory.departments()].filter(
    (unit) => directory.postsOfUnit(unit.id).length > 0,
  )
}
