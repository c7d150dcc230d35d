import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A worker in a process of its own, not waited for. */
export function forkWorker(env: Record<string, string>): ChildProcess {
  const child = fork(fileURLToPath(new URL('../../services/worker/main.ts', import.meta.url)), {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'test',
      LOG_LEVEL: process.env['WORKER_LOG'] ?? 'silent',
      ...env,
    },
    execArgv: [],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  if (process.env['WORKER_LOG']) child.stdout?.pipe(process.stdout)
  child.stdout?.resume()
  return child
}

/** @throws Error when it ends before it works */
export async function untilItWorks(child: ChildProcess): Promise<ChildProcess> {
  const died = once(child, 'exit').then(() =>
    Promise.reject(new Error('the worker ended before it was ready')),
  )
  await Promise.race([once(child, 'message'), died])
  died.catch(() => undefined)
  return child
}

/** Ends a process and waits until it is gone. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}
