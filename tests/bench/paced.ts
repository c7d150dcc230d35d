import { Agent } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Target } from './load.ts'
import { rawGet } from './raw-get.ts'

/**
 * Asks for the targets in turn at a steady pace, also while earlier ones are unanswered: who waits does not ask less.
 * @returns milliseconds from when each was to be asked for, until the signal
 * @throws Error when an answer is anything but 200
 */
export async function pacedTimes(
  targets: readonly Target[],
  { perSecond, signal }: { perSecond: number; signal: AbortSignal },
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true })
  const running: Promise<Answer>[] = []
  const begun = performance.now()
  for (let index = 0; !signal.aborted; index += 1) {
    const due = begun + (index * 1000) / perSecond
    await wait(Math.max(0, due - performance.now()))
    running.push(answerOf(targets[index % targets.length]!, due, agent))
  }
  const answers = await Promise.all(running)
  agent.destroy()
  const refused = answers.filter(({ status }) => status !== 200)
  if (refused.length > 0) throw new Error(`${refused.length} of ${answers.length} answers were not 200`)
  return answers.map(({ milliseconds }) => milliseconds)
}

type Answer = { status: number; milliseconds: number }

/** One that does not come is one of status 0. */
async function answerOf({ url, headers }: Target, due: number, agent: Agent): Promise<Answer> {
  const status = await rawGet(url, headers, agent).then(
    (answer) => answer.status,
    () => 0,
  )
  return { status, milliseconds: performance.now() - due }
}
