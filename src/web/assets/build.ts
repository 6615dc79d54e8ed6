import { join } from 'node:path'
import { buildAssets } from './build-assets.ts'

// Run from the repository's folder: `node --import tsx src/web/assets/build.ts`, or bundled by the launcher.
const root = process.cwd()
await buildAssets({ root, out: join(root, 'build', 'public') })
