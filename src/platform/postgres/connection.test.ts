import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connectionFromUrl } from './connection.ts'

test('a DATABASE_URL is read part by part, with its letters decoded and TLS as asked', () => {
  const read = connectionFromUrl('postgresql://ch%E1%BB%A7:m%40t%3Akh%E1%BA%A9u@db.example.vn:6543/h%E1%BB%93%20s%C6%A1?sslmode=require')
  assert.deepEqual(read, { host: 'db.example.vn', port: 6543, user: 'chủ', password: 'm@t:khẩu', database: 'hồ sơ', ssl: true })
})

test('port 5432 is understood; an IPv6 host loses its brackets; a socket folder may stand in host=', () => {
  assert.deepEqual(connectionFromUrl('postgres://u:p@[::1]/d'), { host: '::1', port: 5432, user: 'u', password: 'p', database: 'd' })
  assert.equal(connectionFromUrl('postgresql://u:p@localhost/d?host=/run/postgresql').host, '/run/postgresql')
})

test('what is no DATABASE_URL is refused without repeating it: it may hold a password', () => {
  for (const text of ['', 'mysql://u:secret@h/d', 'postgresql://h/d', 'postgresql://u:secret@h/', 'u:secret@h/d']) {
    assert.throws(
      () => connectionFromUrl(text),
      (error: Error) => error instanceof TypeError && !error.message.includes('secret'),
    )
  }
})
