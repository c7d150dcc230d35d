import { expect, test } from 'vitest'
import { createChunkSender, type Sending } from './chunk-sender'
import { createMemoryJournal } from './memory-journal'
import type { RecordingServer, Sent } from './recording-server'

const recordingId = 'a-recording'
const entry = {
  recordingId,
  noteId: 'a-note',
  holder: 'a-mark',
  mode: 'automatic',
  startedAt: 0,
  chunks: 0,
  isBegun: false,
  isStopped: false,
} as const

function recordingKeeper(answers: Sent[] = []) {
  const parts = new Map<number, number>()
  const told: string[] = []
  const nextNumber = () => {
    let next = 0
    while (parts.has(next)) next++
    return next
  }
  const answer = (what: string, keep: () => void): Promise<Sent> => {
    told.push(what)
    const instead = answers.shift()
    if (!instead || instead.is === 'stored') keep()
    return Promise.resolve(instead ?? { is: 'stored', nextNumber: nextNumber() })
  }
  const server: RecordingServer = {
    begin: () => answer('begin', () => undefined),
    send: (_id, { number, sound }) => answer(`part ${number}`, () => void parts.set(number, sound[0]!)),
    stop: (_id, last) => answer(`stop ${last}`, () => undefined),
    discard: () => answer('discard', () => undefined),
  }
  return { server, parts, told }
}

async function senderOf(keeper: ReturnType<typeof recordingKeeper>, chunks: number[]) {
  const journal = createMemoryJournal()
  await journal.begin(entry)
  for (const number of chunks) await journal.add(recordingId, { number, sound: Uint8Array.of(number) })
  const sendings: Sending[] = []
  const waits: number[] = []
  const sender = createChunkSender({
    recordingId,
    journal,
    server: keeper.server,
    tell: (sending) => void sendings.push(sending),
    later: (milliseconds, then) => {
      waits.push(milliseconds)
      queueMicrotask(then)
      return () => undefined
    },
  })
  const go = async () => {
    sender.wake()
    await sender.settled()
  }
  return { journal, sendings, waits, go }
}

test('chunks go in order, are taken out when confirmed, and the last is named', async () => {
  const keeper = recordingKeeper()
  const { journal, go } = await senderOf(keeper, [0, 1, 2])
  await journal.change(recordingId, { isStopped: true })
  await go()
  expect(keeper.told).toEqual(['begin', 'part 0', 'part 1', 'part 2', 'stop 2'])
  expect(await journal.entries(entry)).toEqual([])
})

test('while there is no answer the sound waits, is tried ever more seldom, and comes once', async () => {
  const away: Sent = { is: 'away' }
  const keeper = recordingKeeper([away, { is: 'stored', nextNumber: 0 }, away, away, away])
  const { journal, sendings, waits, go } = await senderOf(keeper, [0, 1])
  await go()
  expect(waits).toEqual([1000, 1000, 2000, 4000])
  expect(sendings.filter(({ state }) => state === 'away').map(({ waiting }) => waiting)).toEqual([2, 2, 2, 2])
  expect([...keeper.parts.keys()]).toEqual([0, 1])
  expect(await journal.waiting(recordingId)).toBe(0)
})

test('a chunk that was kept though the answer was lost is sent again under its number', async () => {
  const keeper = recordingKeeper()
  const { go, journal } = await senderOf(keeper, [0])
  const { send } = keeper.server
  let isFirst = true
  keeper.server.send = async (id, chunk) => {
    const sent = await send(id, chunk)
    if (!isFirst) return sent
    isFirst = false
    return { is: 'away' }
  }
  await go()
  expect(keeper.told).toEqual(['begin', 'part 0', 'part 0'])
  expect(keeper.parts.size).toBe(1)
  expect(await journal.waiting(recordingId)).toBe(0)
})

test('when the session has ended all is kept, and sent after the next sign-in', async () => {
  const keeper = recordingKeeper([{ is: 'stored', nextNumber: 0 }, { is: 'signIn' }])
  const { sendings, go } = await senderOf(keeper, [0])
  await go()
  expect(sendings.map(({ state }) => state)).toEqual(['sending', 'signIn', 'sending', 'idle'])
  expect(keeper.parts.size).toBe(1)
})

test('a chunk that neither side has is given up at the end, so that the rest is written out', async () => {
  const keeper = recordingKeeper()
  const { journal, go } = await senderOf(keeper, [0, 2])
  await journal.change(recordingId, { isStopped: true })
  await go()
  expect(keeper.told.slice(-2)).toEqual(['stop 2', 'stop null'])
})

test('another sound under the same number is not sent for ever', async () => {
  const keeper = recordingKeeper([{ is: 'stored', nextNumber: 0 }, { is: 'conflict' }])
  const { journal, go } = await senderOf(keeper, [0, 1])
  await go()
  expect(keeper.told).toEqual(['begin', 'part 0', 'part 1'])
  expect(await journal.waiting(recordingId)).toBe(0)
})

test('a recording that takes no more is told as closed, and what waits is kept', async () => {
  const keeper = recordingKeeper([{ is: 'stored', nextNumber: 0 }, { is: 'closed' }])
  const { journal, sendings, go } = await senderOf(keeper, [0])
  await go()
  expect(sendings.at(-1)).toEqual({ state: 'closed', waiting: 1 })
  expect(await journal.waiting(recordingId)).toBe(1)
})
