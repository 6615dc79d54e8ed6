import { build } from './build.mjs'
import { alone, install } from './install.mjs'

/** Brings the clone to where anything can run: packages installed, product built. Ends the process with one line when it cannot. */
export async function setUp() {
  try {
    await alone(async () => {
      await install()
      await build()
    })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
