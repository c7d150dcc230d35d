import { spawnSync } from 'node:child_process'

// `npm test`: everything that guards the project, in the order in which it fails fastest.
const steps = [
  { name: 'types, lint, format, dead code, schema', command: 'npm', args: ['run', '--silent', 'check'] },
  { name: 'unit and database tests', command: 'vitest', args: ['run'] },
  { name: 'browser tests', command: 'playwright', args: ['test'] },
]

const begun = Date.now()
for (const { name, command, args } of steps) {
  console.log(`\n== ${name}`)
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' })
  if (error) console.error(error.message)
  if (status !== 0) {
    console.error(`\n${name}: failed`)
    process.exit(status ?? 1)
  }
}
console.log(`\nall passed in ${Math.round((Date.now() - begun) / 1000)} s`)
