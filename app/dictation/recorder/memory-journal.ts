import { chunksWith, secondsOf, type Journal, type JournalEntry, type WaitingChunk } from './journal.ts'

/** For browsers without storage (some private windows): lost when the page closes. */
export function createMemoryJournal(): Journal {
  const entries = new Map<string, JournalEntry>()
  const chunks = new Map<string, Map<number, WaitingChunk>>()
  const chunksOf = (recordingId: string) => chunks.get(recordingId) ?? new Map<number, WaitingChunk>()
  const changeEntry = (recordingId: string, change: (entry: JournalEntry) => Partial<JournalEntry>) => {
    const entry = entries.get(recordingId)
    if (entry) entries.set(recordingId, { ...entry, ...change(entry) })
  }
  return {
    entries: ({ noteId, holder }) =>
      Promise.resolve(
        [...entries.values()].filter((entry) => entry.noteId === noteId && entry.holder === holder),
      ),
    find: (recordingId) => Promise.resolve(entries.get(recordingId)),
    begin: (entry) => Promise.resolve(void entries.set(entry.recordingId, entry)),
    change: (recordingId, change) => Promise.resolve(changeEntry(recordingId, () => change)),
    add: (recordingId, chunk) => {
      chunks.set(recordingId, chunksOf(recordingId).set(chunk.number, chunk))
      changeEntry(recordingId, (entry) => ({ chunks: chunksWith(entry, chunk) }))
      return Promise.resolve()
    },
    first: (recordingId) => {
      const numbers = [...chunksOf(recordingId).keys()]
      return Promise.resolve(chunksOf(recordingId).get(Math.min(...numbers)))
    },
    confirm: (recordingId, number) => Promise.resolve(void chunksOf(recordingId).delete(number)),
    waiting: (recordingId) => {
      const entry = entries.get(recordingId)
      const numbers = [...chunksOf(recordingId).keys()]
      const isWaiting = entry && numbers.length > 0
      return Promise.resolve(isWaiting ? secondsOf(entry, entry.chunks - Math.min(...numbers)) : 0)
    },
    forget: (recordingId) => {
      chunks.delete(recordingId)
      entries.delete(recordingId)
      return Promise.resolve()
    },
  }
}
