import type { Worker } from 'node:cluster'
import type { Counted, CountedValue, ToKeeper, ToProcess } from './messages.ts'

const patienceMs = 2_000

export type CountExchange = {
  /** From now on this process is asked, too. */
  join: (worker: Worker) => void
  take: (from: Worker, message: unknown) => void
  /** Keeps what a process last told; after the last of its messages. */
  bury: (worker: Worker) => void
}

type Question = { asked: Set<Worker>; answer: () => void }

/** Passes what processes have counted to the one that asks. What ended processes counted stays in the sum. */
export function exchangeCounts(): CountExchange {
  const living = new Set<Worker>()
  const lastTold = new Map<Worker, Counted>()
  const questions = new Map<number, Question>()
  let ofEnded: Counted = []
  let asked = 0

  const settle = (worker: Worker, question: Question | undefined) => {
    if (question?.asked.delete(worker) && question.asked.size === 0) question.answer()
  }
  const ask = (asker: Worker, theirQuestion: number) => {
    const question = ++asked
    const answer = () => {
      clearTimeout(timer)
      if (!questions.delete(question)) return
      send(asker, { kind: 'all', question: theirQuestion, all: [ofEnded, ...lastTold.values()] })
    }
    // Of who does not answer, what was last told holds.
    const timer = setTimeout(answer, patienceMs)
    questions.set(question, { asked: new Set(living), answer })
    for (const worker of living) send(worker, { kind: 'count', question })
  }
  return {
    join: (worker) => void living.add(worker),
    take: (from, message) => {
      const told = message as ToKeeper | string
      if (typeof told === 'string') return
      if (told.kind === 'ask') return ask(from, told.question)
      lastTold.set(from, told.counted)
      if (told.kind === 'counted') settle(from, questions.get(told.question))
    },
    bury: (worker) => {
      living.delete(worker)
      const told = lastTold.get(worker)
      lastTold.delete(worker)
      if (told) ofEnded = sumOf(ofEnded, told)
      for (const question of [...questions.values()]) settle(worker, question)
    },
  }
}

export function send(worker: Worker, message: ToProcess): void {
  // It may have ended by now, which its exit tells.
  if (worker.isConnected()) worker.send(message, () => undefined)
}

/** What has been counted up; how things stand in a process ends with it. */
function sumOf(before: Counted, more: Counted): Counted {
  const sums = more.filter(({ type }) => String(type) !== 'gauge').map((metric) => structuredClone(metric))
  for (const metric of before) {
    const same = sums.find(({ name }) => name === metric.name)
    if (!same) sums.push(metric)
    else addValues(same, metric)
  }
  return sums
}

function addValues(to: Counted[number], metric: Counted[number]): void {
  const keyOf = (value: CountedValue) => JSON.stringify([value.metricName, value.labels])
  const known = new Map(to.values.map((value) => [keyOf(value), value]))
  for (const value of metric.values) {
    const same = known.get(keyOf(value))
    if (same) same.value += value.value
    else to.values.push(value)
  }
}
