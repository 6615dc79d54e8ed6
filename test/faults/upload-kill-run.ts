import { readFile } from 'node:fs/promises'
import { newVault, receive } from '#modules/papers'
import { contextFor } from '#platform/act'
import { type Actor, type Connect, Pool } from '#platform/db'
import { FileStore, folderShelf } from '#platform/files'
import { type DataKey, Keyring } from '#platform/keys'

// A program of its own for upload-kill.test.ts: takes bytes for an upload until somebody kills it, and says what it acknowledged.
type Given = {
  connect: Connect
  root: string
  paper: string
  keys: (Omit<DataKey, 'bytes'> & { bytes: string })[]
  actor: Actor
  upload: string
  from: number
}

const { connect, root, paper, keys: given, actor, upload, from }: Given = JSON.parse(process.argv[2] ?? '')
const keys = new Keyring(given.map((key) => ({ ...key, bytes: Buffer.from(key.bytes, 'base64') })))
const vault = newVault(new FileStore(await folderShelf(root), keys))
const ctx = contextFor({ pool: new Pool(connect, 2, 'sender'), keys }, actor, '2026-11-20T02:00:00.000Z')
const bytes = await readFile(paper)
for (let at = from; at < bytes.length; ) {
  at = (await receive(ctx, vault, upload, at, [bytes.subarray(at, at + 20_000)])).received
  process.stdout.write(`${at}\n`)
}
