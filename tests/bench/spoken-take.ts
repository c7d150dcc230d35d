import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { createChunkSender } from '../../app/dictation/recorder/chunk-sender.ts'
import { createMemoryJournal } from '../../app/dictation/recorder/memory-journal.ts'
import { portalOfDesk } from './portal-of-desk.ts'
import { quarter } from '../../app/dictation/recording/part-length.ts'
import type { PagePart } from './page-parts.ts'
import type { Desk } from './workplace.ts'

type Means = { address: string; desk: Desk; parts: readonly PagePart[]; pace: number }
export type Take = { noteId: string; recordingId: string }

/**
 * Makes a note and dictates in it with the page's own sender: resolves when the portal has confirmed everything.
 * @param means.pace milliseconds that a second of sound takes
 * @throws Error when the portal refuses something for good
 */
export async function speak(take: Take, { address, desk, parts, pace }: Means): Promise<void> {
  const { noteId, recordingId } = take
  const server = portalOfDesk(address, desk)
  while (!(await server.createNote(noteId))) await wait(200)
  const journal = createMemoryJournal()
  const begun = {
    mode: 'automatic',
    startedAt: 0,
    chunks: 0,
    partMs: quarter,
    isBegun: false,
    isStopped: false,
  } as const
  await journal.begin({ noteId, recordingId, holder: '', ...begun })
  const last = { state: '' }
  const sender = createChunkSender({
    ...{ recordingId, journal, server, later },
    tell: ({ state }) => void (last.state = state),
  })
  sender.wake()
  let at = 0
  for (const { number, sound, to } of parts) {
    await wait((to - at) * pace)
    at = to
    await journal.add(recordingId, { number, sound: Uint8Array.from(sound) })
    sender.wake()
  }
  await journal.change(recordingId, { isStopped: true })
  sender.wake()
  await sender.settled()
  if (last.state !== 'done') throw new Error(`a dictation ended as ${last.state}`)
}

export const newTake = (): Take => ({ noteId: randomUUID(), recordingId: randomUUID() })

function later(milliseconds: number, then: () => void): () => void {
  const timer = setTimeout(then, milliseconds)
  return () => clearTimeout(timer)
}
