import {
  type Change,
  type Data,
  type Entries,
  faultsIn,
  isEntries,
  isInline,
  isList,
  kindOf,
  type ListedReplacement,
  language,
  moved,
  type Parts,
  type Place,
  partAt,
  partsOf,
  placeFrom,
  printsFor,
  type RevisionDraft,
  readParts,
  readShape,
  replacementsFor,
  type Section,
  type Shape,
  saveParts,
  sections,
  shapeAt,
} from '#modules/editing'
import { Refusal } from '#platform/act'
import type { Doors, Reply, Req } from '#platform/http'
import type { Services } from '../services.ts'
import { asked, param, typedIn } from '../typed.ts'
import { type Adding, addEntry, addingAt } from './add-entry.ts'
import { draftIn } from './draft-frame.ts'
import { base, draftHref, placeHref } from './links.ts'
import { chosenPaper } from './papers.ts'
import { PartPage, type PartPageProps } from './part-page.tsx'
import { problemsOf, sentIn } from './sent.ts'
import { words } from './words.ts'

/** One door for every part of every draft: which boxes it has follows from the language. */
export function partRoutes(doors: Doors, services: Services): void {
  const path = `${base}/soan/:id/phan/:place`
  doors.get(path, { may: 'edit-procedures' }, async (req, reply) => {
    const found = await draftIn(req, services)
    const replaced = param(req, 'place').startsWith('components') ? await replacementsFor(req.ctx, found.draft.code) : []
    return reply.page(pageAt(req, { ...found, replaced }, { typed: undefined, problems: [], done: asked(req, 'xong') }))
  })
  doors.post(path, { may: 'edit-procedures' }, (req, reply) => save(req, reply, services))
}

type Found = Awaited<ReturnType<typeof draftIn>> & { readonly replaced?: readonly ListedReplacement[] }
type Shown = { typed: Data | undefined; problems: readonly { field: string; text: string }[]; done: string; trouble?: string }

/** A page of some parts of the whole, such as the texts; or undefined where the address names a place. */
const sectionOf = (name: string): Section | undefined => sections.find(({ id }) => id === name)

const sectionParts = ({ parts }: Section): Parts =>
  Object.fromEntries(parts.flatMap((name) => (language[name] === undefined ? [] : [[name, language[name]]])))

function pageAt(req: Req, { draft, frame, replaced = [] }: Found, { typed, problems, done, trouble }: Shown) {
  const told = param(req, 'place')
  const section = sectionOf(told)
  const common = { frame, draft, replaced, problems, done: done === '' ? undefined : done, trouble }
  if (section !== undefined) return PartPage({ ...common, place: [], section, parts: sectionParts(section), data: typed ?? draft.body })
  const adding = addingAt(draft.body, placeFrom(told), asked(req, 'kieu') || typedIn(req).line('_kieu'))
  if (adding !== undefined) return PartPage({ ...common, place: adding.place, adding, parts: adding.parts, data: typed ?? adding.blank })
  const { place, shape } = existing(draft, told)
  const data = typed ?? partAt(draft.body, place)
  return PartPage({ ...common, place, shape, parts: partsHere(shape, data), data } satisfies PartPageProps)
}

function existing({ body }: RevisionDraft, told: string): { place: Place; shape: Shape } {
  const place = placeFrom(told)
  const shape = shapeAt(body, place)
  const around = place.slice(0, -1)
  const stands = partAt(body, place) !== undefined || (partAt(body, around) !== undefined && shapeAt(body, around)?.is !== 'items')
  if (shape === undefined || place.length === 0 || !stands) throw new Refusal(404, 'no-such-page')
  return { place, shape }
}

/** What is filled in on the page of one entry. One that has no parts is a single box. */
function partsHere(shape: Shape, data: Data | undefined): Parts {
  if (shape.is === 'items' || shape.is === 'paper') return {}
  if (shape.is === 'group' || shape.is === 'kinds') return partsOf(shape, kindOf(shape, data))
  return { value: { name: { vi: 'Nội dung', en: 'Content' }, shape } }
}

async function save(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const found = await draftIn(req, services)
  const { draft } = found
  const told = param(req, 'place')
  const section = sectionOf(told)
  if (section !== undefined) return saveSection(req, reply, found, section)
  const adding = addingAt(draft.body, placeFrom(told), typedIn(req).line('_kieu'))
  if (adding !== undefined) return saveNew(req, reply, found, adding)
  const { place, shape } = existing(draft, told)
  const act = typedIn(req).line('_lam')
  if (act === 'xoa' || act === 'len' || act === 'xuong') return moveOrDrop(req, reply, found, place, act)
  const before = partAt(draft.body, place)
  const part = partFrom(req, shape, before)
  const judged = isEntries(part) && (shape.is === 'group' || shape.is === 'kinds') ? inlineOnly(partsHere(shape, part), part) : part
  const faults = judged === undefined ? [] : faultsOn(shape, judged, place)
  const body = draft.body
  if (faults.length > 0) {
    const problems = problemsOf(body, place, faults, req.lang)
    return reply.code(422).page(pageAt(req, found, { typed: part, problems, done: '' }))
  }
  return store(req, reply, found, [{ place, part }, ...withPaper(draft, place, shape, part)], placeHref(draft.id, place), part)
}

/** With another paper, what prints where is kept as far as the paper has the place, and filled in where its name tells it. */
function withPaper({ body }: RevisionDraft, place: Place, shape: Shape, part: Data | undefined): Change[] {
  const typst = partAt(part, ['typst'])
  if (shape.is !== 'paper' || typeof typst !== 'string') return []
  const prints = [...place.slice(0, -1), 'prints']
  return [{ place: prints, part: printsFor(typst, partAt(body, prints)) }]
}

function partFrom(req: Req, shape: Shape, before: Data | undefined): Data | undefined {
  if (shape.is === 'paper') return chosenPaper(typedIn(req).line('paper')) ?? before
  const old: Entries = isEntries(before) ? before : {}
  const kind = typedIn(req).line('_kieu')
  if (shape.is === 'kinds' && kind !== '' && old[shape.by] !== kind) {
    return readParts(partsOf(shape, kind), sentIn(req), { [shape.by]: kind })
  }
  if (shape.is === 'group' || shape.is === 'kinds') return readParts(partsHere(shape, before), sentIn(req), old)
  return readShape(shape, 'value', sentIn(req), before)
}

/** Only what stands on this page is judged on it; what has pages of its own is told by the check of the whole. */
function inlineOnly(parts: Parts, part: Entries): Entries {
  return Object.fromEntries(Object.entries(part).filter(([name]) => parts[name] === undefined || isInline(parts[name].shape)))
}

function faultsOn(shape: Shape, part: Data, place: Place) {
  const own = shape.is === 'group' || shape.is === 'kinds' ? partsHere(shape, part) : {}
  return faultsIn(shape, part, place).filter(({ at, rule }) => {
    const name = at[place.length]
    const elsewhere = name !== undefined && own[name] !== undefined && !isInline(own[name].shape)
    return !(rule === 'missing' && elsewhere)
  })
}

async function saveSection(req: Req, reply: Reply, found: Found, section: Section): Promise<unknown> {
  const { draft } = found
  const parts = sectionParts(section)
  const before = isEntries(draft.body) ? draft.body : {}
  const typed = readParts(parts, sentIn(req), before)
  const group: Shape = { is: 'group', parts }
  const own = Object.fromEntries(Object.entries(typed).filter(([name]) => Object.hasOwn(parts, name)))
  // What nobody has had to decide yet may stay open here; the check of the whole asks for it.
  const faults = faultsIn(group, own, []).filter(({ rule, at }) => rule !== 'missing' || at.length > 1 || own[at[0] ?? ''] === '')
  const open = faults.filter(({ at }) => !isOpen(before, own, at[0]))
  if (open.length > 0) {
    const problems = problemsOf(typed, [], open, req.lang)
    return reply.code(422).page(pageAt(req, found, { typed, problems, done: '' }))
  }
  const changes = Object.keys(parts).map((name): Change => ({ place: [name], part: own[name] === '' ? undefined : own[name] }))
  return store(req, reply, found, changes, draftHref(draft.id), typed)
}

/** Empty before and empty now. */
const isOpen = (before: Entries, typed: Entries, name = ''): boolean => before[name] === undefined && typed[name] === ''

async function saveNew(req: Req, reply: Reply, found: Found, adding: Adding): Promise<unknown> {
  const { draft } = found
  const typed = typedIn(req)
  const added = addEntry(draft.body, adding, sentIn(req), { name: typed.line('_ten'), page: typed.line('_trang') })
  if (!added.ok) {
    const problems = [
      ...problemsOf(draft.body, adding.place, added.faults, req.lang),
      ...(added.nameless ? [{ field: '_ten', text: words(req.lang)('chooseName') }] : []),
    ]
    return reply.code(422).page(pageAt(req, found, { typed: added.typed, problems, done: '' }))
  }
  return store(req, reply, found, added.changes, placeHref(draft.id, added.place), added.typed)
}

async function moveOrDrop(req: Req, reply: Reply, found: Found, place: Place, act: 'xoa' | 'len' | 'xuong'): Promise<unknown> {
  const { draft } = found
  const around = place.slice(0, -1)
  const list = partAt(draft.body, around)
  const index = Number(place.at(-1))
  const back = placeHref(draft.id, around)
  if (act === 'xoa') return store(req, reply, found, [{ place: around, part: without(list, place.at(-1) ?? '') }], back, undefined)
  const part = isList(list) ? moved(list, index, act === 'len' ? -1 : 1) : list
  return store(req, reply, found, [{ place: around, part }], back, undefined)
}

function without(list: Data | undefined, name: string): Data | undefined {
  if (isList(list)) return list.filter((_, index) => String(index) !== name)
  return isEntries(list) ? Object.fromEntries(Object.entries(list).filter(([key]) => key !== name)) : undefined
}

/** Stores the changes; where somebody else wrote meanwhile, shows what was typed beside the sentence that says so. */
async function store(
  req: Req,
  reply: Reply,
  found: Found,
  changes: readonly Change[],
  then: string,
  typed: Data | undefined,
): Promise<unknown> {
  const version = Number(typedIn(req).line('_ban'))
  const saved = await saveParts(req.ctx, found.draft.id, { changes, version: Number.isInteger(version) ? version : 0 })
  if (saved.ok) return reply.redirect(`${then}?xong=luu`, 303)
  const trouble = words(req.lang)(`notSaved.${saved.because}`)
  return reply.code(saved.because === 'wrong' ? 422 : 409).page(pageAt(req, found, { typed, problems: [], done: '', trouble }))
}
