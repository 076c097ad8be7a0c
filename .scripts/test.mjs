/**
 * `npm test`: installs what is missing, builds what is stale, and passes every gate.
 * `npm test -- lint unit` runs only the gates of which a name is given.
 */
import { build } from './lib/build.mjs'
import { gates } from './lib/gates.mjs'
import { install } from './lib/install.mjs'

const wanted = process.argv.slice(2)
const chosen = wanted.length === 0 ? gates : gates.filter(({ name }) => wanted.some((word) => name.startsWith(word)))

await install()
const total = { passed: 0, failed: 0, skipped: 0 }
let built = false
for (const gate of chosen) {
  if (gate.needsBuild && !built) {
    await build()
    built = true
  }
  const began = Date.now()
  const { passed, failed, skipped, output } = await gate.run()
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  const skips = skipped > 0 ? `, ${skipped} skipped` : ''
  process.stdout.write(
    `${failed === 0 ? 'ok  ' : 'FAIL'} ${gate.name.padEnd(12)} ${passed} passed, ${failed} failed${skips} (${seconds} s)\n`,
  )
  if (output !== '') process.stdout.write(`${output.trimEnd()}\n\n`)
}
process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`)
process.exit(total.failed === 0 ? 0 : 1)
