import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

// `npm run check`: side by side, as each of them keeps one processor busy; the longest first.
const checks = [
  'eslint . --max-warnings 0',
  'tsc --noEmit',
  'prettier --check . --log-level warn',
  'knip',
  'npm run --silent schema -- --verify',
]

const results = await Promise.all(
  checks.map(async (command) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
    const [out, err, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close') as Promise<[number | null]>,
    ])
    console.log(`${code === 0 ? 'passed' : 'failed'}: ${command}`)
    if (code !== 0) console.log(out + err)
    return code
  }),
)
process.exitCode = results.every((code) => code === 0) ? 0 : 1
