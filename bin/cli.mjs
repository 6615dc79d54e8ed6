import { join } from 'node:path'
import { become } from './become.mjs'
import { root } from './install.mjs'
import { setUp } from './setup.mjs'

await setUp()
become(['--enable-source-maps', join(root, 'build/cli.mjs'), ...process.argv.slice(2)])
