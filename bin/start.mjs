import { join } from 'node:path'
import { become } from './become.mjs'
import { root } from './install.mjs'
import { setUp } from './setup.mjs'

await setUp()
// Told how much it may take at most, and to keep new objects in half the usual room, V8 tidies up in time: a hundred and fifty megabytes
// less under load, and no page is slower for it. Without source maps, which cost fifty more and a part of every start: stack traces name
// our functions all the same, with lines of build/main.mjs.
// Two arenas instead of eight a core: what is allocated outside V8 (typesetting, cryptography) is given back sooner, twenty megabytes.
const memory = { MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '2' }
become(['--max-semi-space-size=8', '--max-old-space-size=1024', join(root, 'build/main.mjs'), ...process.argv.slice(2)], memory)
