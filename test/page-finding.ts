import { compare, decideRoute, importList, readEntry } from '#modules/national'
import { withLocalTerms } from './local-terms.ts'
import type { NoPage, Visit } from './page-table.ts'
import type { PageWorld } from './page-world.ts'
import { publishedRow, smallCatalogue } from './policy/national.ts'

const birth = '/thu-tuc/1.001193'

/** Every question of a married mother who files online in time, answered. */
export const marriedMother =
  'channel=online&relation=mother&late=no&parents=married&surrogacy=no&fatherDead=no&foreignMarriageNote=no&proof=clinic&copies=2'

/** Everything that decides about somebody who moves in by himself, answered: filed with the police. */
const stay = '/thu-tuc/1.004194/huong-dan?channel=post&forWhom=authorised&kind=list&naturalised=no&minors=no&exemption=none'

const passport = '1.001456'

/** A catalogue with a procedure of the police's in it, decided by hand to be done in their own system. */
const withCatalogue = (path: string) => async (w: PageWorld) => {
  await smallCatalogue(w)
  const there = await w.db.selectFrom('national_row').where('code', '=', passport).select('code').executeTakeFirst()
  if (there !== undefined) return path
  const ctx = w.as(w.province.procedureOfficer, { now: w.clock() })
  const row = publishedRow(passport, {
    name: 'Cấp hộ chiếu phổ thông ở trong nước',
    ministry: 'Bộ Công an',
    field: 'Quản lý xuất nhập cảnh',
    levels: ['tinh'],
  })
  await importList(ctx, await compare(ctx, 'ho-chieu', [readEntry(row, 1)]), { name: 'ho-chieu.json', sha256: new Uint8Array(32) })
  const system = 'Cổng Dịch vụ công Bộ Công an'
  const bring = 'Tài khoản VNeID mức 2 và một ảnh chân dung mới chụp.'
  const reason = 'Thủ tục của công an, làm ở hệ thống của Bộ Công an'
  await decideRoute(ctx, {
    code: passport,
    target: 'other-system',
    system,
    link: 'https://dichvucong.gov.vn',
    bring,
    reason,
    from: w.clock().slice(0, 10),
  })
  return path
}

/** Finding and understanding: the list, a page a procedure, the guide, at whose front it is filed. */
export const findingPages: Readonly<Record<string, readonly Visit[] | NoPage>> = {
  '/thu-tuc': [
    { path: '/thu-tuc', called: 'ways-in' },
    { path: '/thu-tuc?q=khai+sinh', called: 'found' },
    { path: '/thu-tuc?q=xyzxyz', called: 'nothing' },
    { path: withCatalogue('/thu-tuc?viec=chuyen-cho-o'), called: 'event' },
    { path: '/thu-tuc?linh-vuc=H%E1%BB%99+t%E1%BB%8Bch&noi=online', called: 'narrowed' },
  ],
  '/thu-tuc/:code': [
    { path: birth },
    { path: withCatalogue(`/thu-tuc/${passport}`), called: 'elsewhere' },
    { path: withLocalTerms, called: 'local' },
  ],
  '/thu-tuc/:code/huong-dan': [
    { path: `${birth}/huong-dan`, called: 'first' },
    { path: `${birth}/huong-dan?channel=online&relation=mother&late=no&parents=married&copies=0`, called: 'then' },
    { path: `${birth}/huong-dan?${marriedMother}`, called: 'outcome' },
    { path: `${birth}/huong-dan?parents=foreign`, called: 'goes-elsewhere' },
    { path: `${stay}&xa=09187`, called: 'police' },
    { path: `${stay}&tim=yen+phong`, called: 'which-commune' },
  ],
  '/robots.txt': { noPage: 'for machines' },
  '/sitemap.xml': { noPage: 'for machines' },
  '/quan-tri/noi-nop': [{ as: (w) => w.province.administrator, path: '/quan-tri/noi-nop' }],
}
