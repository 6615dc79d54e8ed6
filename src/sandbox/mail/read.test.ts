import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { readMail } from './read.ts'

async function composed(mail: SendMailOptions): Promise<string> {
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail({
    from: 'a@b.example',
    to: 'c@d.example',
    ...mail,
  })
  assert.ok(Buffer.isBuffer(message))
  return message.toString('latin1')
}

const text = 'Kính gửi ông/bà Nguyễn Thị Hồng,\n\nHẹn trả 17:00 hôm nay = đúng hẹn.'

test('a plain mail, a mail with HTML beside it and one with an attachment give the same text', async () => {
  const subject = 'Đã nhận hồ sơ đăng ký khai sinh của ông/bà lúc 08:05, hẹn trả kết quả 17:00 hôm nay'
  const html = '<p>khác</p>'
  const attachments = [{ filename: 'giấy.txt', content: 'tệp' }]
  for (const mail of [{ text }, { text, html }, { text, html, attachments }, { text, textEncoding: 'base64' as const }]) {
    const read = readMail(await composed({ subject, ...mail }))
    assert.deepEqual([read.subject, read.text, read.to], [subject, text, 'c@d.example'])
  }
})

test('a mail without text or without anything is no error', async () => {
  assert.equal(readMail(await composed({ html: '<p>chỉ HTML</p>' })).text, '')
  assert.deepEqual(readMail(''), { subject: '', to: '', from: '', text: '' })
})
