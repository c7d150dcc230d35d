import { fork } from 'node:child_process'
import { once } from 'node:events'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'

type Apart = {
  /** From the project's root, because the pages are bundled to another place. */
  program: string
  /** For a program that does nothing; what it does is limited by limit-process.ts, also on a busy machine. */
  patienceInMs: number
  /** Loads code that is not JavaScript, which the rule against writing does not hold back. */
  isNative?: true
  /** Ends it too: nobody waits for the answer any more. */
  closed?: AbortSignal
}

/**
 * Has a program of ours answer one message about what comes from outside, in a process that can be ended: it may read
 * its own code and nothing else, and knows no setting.
 * @returns null when it ended, or was ended, without an answer
 */
export async function runApart<Answer>(
  { program, patienceInMs, isNative, closed }: Apart,
  message: object,
): Promise<Answer | null> {
  const child = fork(join(dirname(findPackageJSON('.', import.meta.url)!), program), {
    serialization: 'advanced',
    execArgv: [
      '--max-old-space-size=512',
      '--permission',
      '--allow-fs-read=*',
      '--allow-worker',
      ...(isNative ? ['--allow-addons'] : []),
      '--disable-warning=ExperimentalWarning',
    ],
    env: {} as NodeJS.ProcessEnv,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.on('error', () => undefined)
  const end = () => void child.kill('SIGKILL')
  const timer = setTimeout(end, patienceInMs)
  closed?.addEventListener('abort', end, { once: true })
  if (closed?.aborted) end()
  try {
    // Ended before it could be told, it says so by an error.
    const died = once(child, 'exit').then(
      () => null,
      () => null,
    )
    const answered = once(child, 'message').then(([answer]) => answer as Answer)
    answered.catch(() => undefined)
    child.send(message)
    return await Promise.race([answered, died])
  } finally {
    clearTimeout(timer)
    closed?.removeEventListener('abort', end)
    end()
  }
}
