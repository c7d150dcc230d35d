import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { personAt, staffAt } from '../../../app/addresses.ts'
import { holderField } from '../../../app/ui/form/holder.ts'
import type { Pair } from './message-town.ts'

export type Talk = { questionId: string; answerId: string }

// Milliseconds until an answer that does not come is asked for anew, and until somebody who cannot go on is given up.
const patience = 15_000
const giveUp = 180_000

/** So many talks, so many at once, each pair in its turn. */
export async function talkAll(
  address: string,
  town: readonly Pair[],
  { count, atOnce }: { count: number; atOnce: number },
): Promise<Talk[]> {
  const talks: Talk[] = []
  let next = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < count) {
        const number = next++
        talks.push(await talk(address, town[number % town.length]!, number))
      }
    }),
  )
  return talks
}

/** Somebody asks and is answered, each by their own form, sent again with the same key until the portal has said yes. */
async function talk(address: string, pair: Pair, number: number): Promise<Talk> {
  const [questionId, answerId] = [randomUUID(), randomUUID()]
  const asked = await sendUntilTaken(address, pair.asks, personAt.newQuestion(pair.caseId), {
    message: questionId,
    subject: `Fråga ${number}`,
    text: `När ses vi nästa gång? (${number})`,
  })
  const threadId = asked.split('/').at(-1)!
  await sendUntilTaken(address, pair.answers, staffAt.thread(threadId), {
    message: answerId,
    last: questionId,
    words: '1',
    do: 'send',
    text: `Vi ses på torsdag. (${number})`,
  })
  return { questionId, answerId }
}

/** @returns where the portal led */
async function sendUntilTaken(
  address: string,
  cookie: string,
  path: string,
  fields: Record<string, string>,
): Promise<string> {
  for (const begun = performance.now(); performance.now() - begun < giveUp;) {
    const mark = await markOf(address, cookie, path)
    const answer =
      mark === null ? null : await post(address, cookie, path, { ...fields, [holderField]: mark })
    if (answer?.status === 303) return new URL(answer.headers.get('location')!, address).pathname
    if (answer && [400, 403, 404, 409].includes(answer.status))
      throw new Error(`${path} answers ${answer.status}`)
    await wait(50)
  }
  throw new Error(`${path} is not taken`)
}

const marks = new Map<string, string>()

/** Whom the portal draws forms for, as their page says; null while it does not answer. */
async function markOf(address: string, cookie: string, path: string): Promise<string | null> {
  const known = marks.get(cookie)
  if (known) return known
  const page = await fetch(address + path, {
    headers: { cookie },
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  }).then(
    (answer) => (answer.ok ? answer.text() : null),
    () => null,
  )
  const mark = new RegExp(`name="${holderField}" value="([^"]+)"`).exec(page ?? '')?.[1] ?? null
  if (mark) marks.set(cookie, mark)
  return mark
}

function post(address: string, cookie: string, path: string, fields: Record<string, string>) {
  return fetch(address + path, {
    method: 'POST',
    headers: {
      cookie,
      origin: address.replace('http:', 'https:'),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(fields).toString(),
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  }).catch(() => null)
}
