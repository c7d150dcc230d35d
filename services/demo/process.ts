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
  const state = { isAskedToStop: false }
  const ended = new Promise<void>((resolve) =>
    child.once('exit', (code, signal) => {
      if (!state.isAskedToStop && (signal !== null || code !== 0)) {
        process.stderr.write(
          `${path} has ended by itself (${signal ?? code}). Ctrl-C, then start the demo again.\n`,
        )
      }
      resolve()
    }),
  )
  const stop = async () => {
    state.isAskedToStop = true
    if (child.exitCode === null) child.kill('SIGTERM')
    await ended
  }
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve({ child, stop }))
    void ended.then(() => reject(new Error(`${path} ended before it was ready\n${said}`)))
  })
}
