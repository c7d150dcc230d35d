import { readFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { root } from './plan.ts'

/** One paragraph: when, on what, with which versions, and how busy the machine was before the bench began. */
export function describeMachine(now: Date, busyBefore: number): string {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Record<'dependencies' | 'devDependencies', Record<string, string>>
  const versions = [
    '@remix-run/node',
    'react',
    'express',
    'pg',
    'autocannon',
    'lighthouse',
    'onnxruntime-node',
  ].map((name) => `${name} ${dependencies[name] ?? devDependencies[name]}`)
  const cores = availableParallelism()
  const memory = Math.round(totalmem() / 2 ** 30)
  return (
    `Measured ${now.toISOString().slice(0, 10)} by \`npm run bench\` on ${cores} cores (${cpus()[0]?.model.trim() ?? 'unknown'}, ` +
    `${memory} GB), all servers, the database and the load sharing them; load average before it began: ${busyBefore.toFixed(1)}. ` +
    `Node ${process.versions.node}, ${versions.join(', ')}.`
  )
}

export const busyNow = () => loadavg()[0] ?? 0
