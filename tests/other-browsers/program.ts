import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** Of these paths, the first that can be run. */
export function firstProgram(...paths: (string | undefined)[]): string | undefined {
  return paths.find((path) => path !== undefined && canRun(path))
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export type Program = {
  /** Asks again until it can be answered. @throws Error when the program has ended, or a minute has gone */
  until: <T>(ask: () => Promise<T>) => Promise<T>
  /** What it writes to its fourth file, if it has ended or closed that. */
  told: () => Promise<string>
  /** With all that it has started. */
  stop: () => Promise<void>
}

export function startProgram(path: string, args: readonly string[], env: Record<string, string>): Program {
  const child = spawn(path, args, {
    // A group of its own: browsers start others, which end with it.
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  })
  child.on('error', () => undefined)
  const hasEnded = () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null
  return {
    until: async (ask) => {
      const end = Date.now() + 60_000
      for (;;) {
        try {
          return await ask()
        } catch (error) {
          if (hasEnded() || Date.now() > end) throw new Error(`${path} does not answer`, { cause: error })
          await wait(50)
        }
      }
    },
    told: async () => {
      const [bytes] = (await once(child.stdio[3]!, 'data')) as [Buffer]
      return bytes.toString().trim()
    },
    stop: async () => {
      if (hasEnded()) return
      const ended = once(child, 'exit')
      process.kill(-child.pid!, 'SIGKILL')
      await ended
    },
  }
}
