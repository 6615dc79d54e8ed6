import type { Condition } from '../condition.ts'
import type { NationalComponent } from '../national-row.ts'
import { plain } from './told.ts'

/**
 * What a group of papers means. `part`: always owed. `handling`: a heading that only says what happens to the papers. `case`: one of several
 * situations. `proxy`: somebody files for another. `door`: only what comes through a door. `unclear`: nobody has said whether it is a case;
 * its papers are asked of everybody and demanded of nobody until an officer says it.
 */
export type GroupKind = 'part' | 'handling' | 'case' | 'proxy' | 'door' | 'unclear'

export type Group = {
  readonly name: string
  readonly kind: GroupKind
  /** The value of the case question, for a case. */
  readonly id: string
  readonly when?: Condition
  /** Papers are looked at and given back. */
  readonly shown: boolean
  /** One of its papers is enough, or only those that fit. */
  readonly choose: boolean
}

const heading = /^(thanh phan ho so|ho so( gom| bao gom)?|so luong ho so.*|nguoi yeu cau chung thuc (nop|phai xuat trinh).*)$/

function kindOf(name: string, numbered: number): GroupKind {
  const words = plain(bare(name))
  if (words === '' || words === 'luu y') return 'part'
  if (/^giay to phai (nop|xuat trinh)/.test(words) || heading.test(words)) return 'handling'
  if (/uy quyen/.test(words) && /^truong hop uy quyen/.test(words)) return 'proxy'
  if (/moi truong dien tu|phuong thuc dien tu|^nop truc (tiep|tuyen)/.test(words) && words.length < 80) return 'door'
  if (/tung truong hop/.test(words)) return 'part'
  if (/^(doi voi )?truong hop |^doi voi |^(ho so |thanh phan ho so ).*(doi voi|truong hop)/.test(words)) return 'case'
  return isNumbered(name) && numbered > 1 ? 'case' : 'unclear'
}

const number = /^[\s\-–+*•]*(\(?(?:\d+(?:\.\d+)*|[ivx]+|[a-zđ]\d?)[.)]\)?|\d+(?:\.\d+)+\.?)\s*/iu
const isNumbered = (name: string): boolean => number.test(name)

/** The words of a group without its bullet, number and closing "gồm". */
export function bare(name: string): string {
  const words = name
    .replace(number, '')
    .replace(/^[\s\-–+*•]+/, '')
    .replace(/[\s,;:.]*(bao gồm|gồm)?[\s:;.,]*$/iu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)
}

function conditionOf(kind: GroupKind, id: string, name: string): Condition | undefined {
  if (kind === 'case') return { case: id }
  if (kind === 'proxy') return { filedBy: 'proxy' }
  if (kind !== 'door') return undefined
  return /truc tiep/.test(plain(name)) ? { channel: ['counter', 'post'] } : { channel: 'online' }
}

/** The groups of a row in their order, each once, with what they mean. */
export function groupsOf(components: readonly NationalComponent[]): Group[] {
  const names = [...new Set(components.map(({ group }) => group))]
  const numbered = names.filter(isNumbered).length
  let cases = 0
  return names.map((name) => {
    const kind = kindOf(name, numbered)
    if (kind === 'case') cases += 1
    const id = kind === 'case' ? `c${cases}` : ''
    const when = conditionOf(kind, id, name)
    const words = plain(name)
    return {
      name,
      kind,
      id,
      ...(when ? { when } : {}),
      shown: /xuat trinh/.test(words) && !/truong hop|ho so gom/.test(words),
      choose: /mot trong|tung truong hop|neu co/.test(words) || kind === 'unclear',
    }
  })
}
