import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { endLater } from './ending.ts'
import { root, workFolder } from './plan.ts'

type ServerPart = {
  name: string
  /** The program, from the project's root. It sends a message when it listens. */
  path: string
  env: Record<string, string>
  /** Options of node itself. */
  nodeOptions?: readonly string[]
  /** Sent to the program at once. */
  message?: object
}

export type ServerProcess = {
  pid: number
  startedAt: number
  stop: () => Promise<void>
  /** Ends it as a machine that loses its power does. */
  kill: () => Promise<void>
}

/**
 * Starts a server in a process of its own, as production: what it prints goes to .cache/bench/<name>.log, as a
 * service's lines go to a file.
 * @throws Error naming that log when the server ends before it listens
 */
export async function startServer({
  name,
  path,
  env,
  nodeOptions = [],
  message,
}: ServerPart): Promise<ServerProcess> {
  mkdirSync(workFolder, { recursive: true })
  const log = join(workFolder, `${name}.log`)
  const out = openSync(log, 'w')
  const startedAt = performance.now()
  const child = fork(path, {
    cwd: root,
    execArgv: [...process.execArgv, ...nodeOptions],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'production', ...env },
    stdio: ['ignore', out, out, 'ipc'],
    serialization: 'advanced',
  })
  const ended = once(child, 'exit')
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await ended
  }
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  endLater(stop)
  if (message) child.send(message)
  const first = await Promise.race([once(child, 'message').then(() => 'listens'), ended.then(() => 'ended')])
  if (first === 'ended') throw new Error(`${name} ended before it listened: see ${log}`)
  return { pid: child.pid!, startedAt, stop, kill }
}
