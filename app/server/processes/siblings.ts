import type { Counted, ToKeeper, ToProcess } from './messages.ts'

/** The other processes of the same portal, seen from one of them. */
export type Siblings = {
  /** Has this process's share told whenever somebody asks for all. */
  tell: (count: () => Promise<Counted>) => void
  /** What each has counted, those that have ended included. */
  askAll: () => Promise<Counted[]>
  /** Fulfilled when another process is there in place of this one. */
  relieved: Promise<void>
  /** Leaves behind what this process has counted, so that the sum never falls. */
  tellLast: () => Promise<void>
}

/** In a process that was forked by keep-processes.ts. */
export function joinSiblings(): Siblings {
  const waiting = new Map<number, (all: Counted[]) => void>()
  let questions = 0
  let count = (): Promise<Counted> => Promise.resolve([])
  let relieve = () => {}
  const relieved = new Promise<void>((resolve) => (relieve = resolve))
  process.on('message', (message: ToProcess) => {
    if (message.kind === 'leave') return relieve()
    if (message.kind === 'count') {
      const { question } = message
      // Nobody waits for long: without an answer, what was last told holds.
      return void count().then(
        (counted) => send({ kind: 'counted', question, counted }),
        () => undefined,
      )
    }
    waiting.get(message.question)?.(message.all)
    waiting.delete(message.question)
  })
  // A terminal tells the whole group: the one who keeps us has us relieved.
  process.on('SIGHUP', () => undefined)
  return {
    tell: (given) => void (count = given),
    askAll: () =>
      new Promise((resolve) => {
        questions += 1
        waiting.set(questions, resolve)
        void send({ kind: 'ask', question: questions })
      }),
    relieved,
    tellLast: async () => send({ kind: 'last', counted: await count() }),
  }
}

/** Waits until it is sent; whoever is gone needs nothing. */
function send(message: ToKeeper): Promise<void> {
  return new Promise((resolve) => {
    if (!process.send?.(message, undefined, {}, () => resolve())) resolve()
  })
}
