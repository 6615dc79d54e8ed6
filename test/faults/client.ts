/**
 * The client of the fault tests, a process of its own that nobody kills: citizens file, officials act, and what the product acknowledged
 * goes onto a list outside it. `client.ts '{"url":…,"list":…,"seed":…,"offices":[…]}'`; prints a line when something begins in which a
 * kill would hurt; ends when its input is closed, after what is under way is answered.
 */
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { tinyPdf } from '../tiny-files.ts'
import { Acknowledgements } from './acknowledgements.ts'
import { between, chanceFrom } from './chance.ts'
import { fileBirth, type Mother, type Watch } from './filing.ts'
import { type Handling, handle, type Office, openOffice } from './handling.ts'
import { patience, Stopped } from './patience.ts'
import { citizenIn } from './walker.ts'

export type ClientTold = {
  url: string
  list: string
  seed: number
  /** Who files where: a key of the played VNeID and the code of a staffed commune with the place in its officials' logins. */
  desks: { mother: string; commune: string; place: string }[]
  /** How many bytes a note has at most. */
  noteBytes: number
  /** Leaves dossiers where they were filed. */
  filesOnly?: boolean
}

const told: ClientTold = JSON.parse(process.argv[2] ?? '')
const chance = chanceFrom(told.seed)
const list = new Acknowledgements(told.list)
const patienceAfterEndMs = 30_000
let ending = false
let over = false
process.stdin.resume().once('end', () => {
  ending = true
  setTimeout(() => {
    over = true
  }, patienceAfterEndMs).unref()
})

const say = (doing: string) => process.stdout.write(`${doing}\n`)
const patiently = patience(() => over)

const watch: Watch = {
  doing: say,
  uploaded: (upload, received) => list.add({ kind: 'piece', upload, received }),
  stored: (draft, file, sha256, size) => list.add({ kind: 'file', draft, file, sha256, size }),
  filed: (draft, code, child, sha256) => list.add({ kind: 'filed', draft, code, child, sha256 }),
  acted: (code, verb) => list.add({ kind: 'act', code, verb }),
  broken: (what) => list.add({ kind: 'broken', what }),
}

type Desk = { mother: Mother; office: Office | undefined }

/** Everybody comes in before anything is killed: a one-time code whose answer is lost cannot be sent again. */
async function open({ mother: key, commune, place }: ClientTold['desks'][number]): Promise<Desk> {
  const mother: Mother = { walker: await citizenIn(told.url, key), key, commune }
  return { mother, office: told.filesOnly === true ? undefined : await openOffice(told.url, place) }
}

async function workAt({ mother, office }: Desk, no: number): Promise<void> {
  const underWay: Promise<void>[] = []
  for (let count = 1; !ending; count += 1) {
    const child = `Phạm Thử Nghiệm ${letters(no * 10_000 + count)}`
    const note = tinyPdf({ ballast: randomBytes(between(chance, 1000, told.noteBytes)) })
    const pieceLength = () => between(chance, 20_000, 200_000)
    const code = await fileBirth(mother, { child, bornOn: recently(), note, pieceLength, again: () => chance() < 0.3 }, watch, patiently)
    const handling: Handling = { code, mother: mother.walker, again: () => chance() < 0.3, isOver: () => ending }
    if (office !== undefined) underWay.push(handle(office, handling, watch, patiently))
    // Three cases of an office lie open at once; the next is filed when one is done.
    if (underWay.length >= 3) await underWay.shift()
    await pause(between(chance, 0, 50))
  }
  await Promise.all(underWay)
}

/** Names hold letters only. */
function letters(no: number): string {
  return [...no.toString(26)]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)))
    .join('')
    .replace(/^./, (first) => first.toUpperCase())
}

function recently(): string {
  return new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10)
}

try {
  const opened = await Promise.all(told.desks.map(open))
  say('ready')
  const works = await Promise.allSettled(opened.map(workAt))
  const failed = works.flatMap((one) => (one.status === 'rejected' && !(one.reason instanceof Stopped) ? [one.reason] : []))
  for (const error of failed) console.error(error)
  process.exitCode = failed.length === 0 ? 0 : 1
} finally {
  list.close()
  process.stdin.destroy()
}
