import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { openFile } from '#modules/papers'
import type { Ctx } from '#platform/act'
import { type BirthWorld, birthWorld, fileBirth, smallPdf } from '#test/birth'
import { prepareReceipt, receiptOf, receive, surroundingsOf } from './index.ts'

async function bytesOf(w: BirthWorld, ctx: Ctx, file: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of (await openFile(ctx, w.vault, file)).bytes) chunks.push(chunk)
  return Buffer.concat(chunks)
}

test('a receipt is made once, and made anew when the office has received the dossier', async (t) => {
  const w = await birthWorld(t)
  const filed = await fileBirth(w)
  assert.ok(filed.ok)
  const hong = w.as(w.hong)
  const [first, again] = await Promise.all([receiptOf(hong, w.means, filed.code), receiptOf(hong, w.means, filed.code)])
  assert.equal(first, again)
  assert.equal((await bytesOf(w, hong, first)).subarray(0, 5).toString(), '%PDF-')
  await receive(w.as(w.a.receptionist, { now: '2026-11-20T01:30:00.000Z' }), filed.code)
  const later = w.as(w.hong, { now: '2026-11-20T01:31:00.000Z' })
  const second = await receiptOf(later, w.means, filed.code)
  assert.notEqual(second, first)
  assert.equal(await receiptOf(later, w.means, filed.code), second)
  await assert.rejects(receiptOf(w.as(w.lan), w.means, filed.code), { status: 404 })
})

test('the receipt lists name, size and SHA-256 of what was sent; a damaged file gives none', async (t) => {
  const w = await birthWorld(t)
  const filed = await fileBirth(w)
  assert.ok(filed.ok)
  const { papers } = await surroundingsOf(w.as(w.a.receptionist), filed.id)
  const [note] = papers
  assert.equal(note?.sha256, createHash('sha256').update(smallPdf).digest('hex'))
  await w.owner.trip([{ text: 'update stored_file set size = size + 1 where id = $1', values: [note?.file ?? ''] }])
  await assert.rejects(receiptOf(w.as(w.hong), w.means, filed.code), /would list a file that is changed/)
})

test('nobody makes a receipt out of another unit', async (t) => {
  const w = await birthWorld(t)
  const filed = await fileBirth(w)
  assert.ok(filed.ok)
  await assert.rejects(prepareReceipt(w.job(), w.means, filed.id), { status: 404 })
})
