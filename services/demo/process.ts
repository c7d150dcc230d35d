import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export type DemoProcess = { child: ChildProcess; stop: () => Promise<void> }

/** Waits until the program says 'listening'. @throws Error with its output when it ends before that */
export function startProcess(
  path: string,
  env: Record<string, string | undefined>,
  args: readonly string[] = [],
): Promise<DemoProcess> {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const child = fork(path, args, {
    cwd: root,
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.slice(-4_000)
    process.stderr.write(chunk)
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    if (child.exitCode === null) child.kill('SIGTERM')
    await ended
  }
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve({ child, stop }))
    void ended.then(() => reject(new Error(`${path} ended before it was ready\n${said}`)))
  })
}
