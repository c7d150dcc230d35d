import { listen } from '../../../db/listen.ts'

type Watcher = { onNews: () => void; onClose: () => void }

/** Tells open pages that something has happened to a recording: one connection to the database for all of them. */
export type RecordingWatch = {
  /** Calls `onNews` when there may be events, and `onClose` when the portal leaves. Gives what ends it. */
  watch: (recordingId: string, watcher: Watcher) => () => void
  close: () => Promise<void>
}

/** @param onLost told when the listening connection breaks; it is made anew by itself */
export function createRecordingWatch(databaseUrl: string, onLost: (error: Error) => void): RecordingWatch {
  const watchers = new Map<string, Set<Watcher>>()
  const all = () => [...watchers.values()].flatMap((each) => [...each])
  const listening = listen(databaseUrl, 'recording_event', {
    onLost,
    // Null comes after a new connection: what was told meanwhile is gone, so everybody looks.
    onPayload: (recordingId) => {
      const told = recordingId === null ? all() : [...(watchers.get(recordingId) ?? [])]
      for (const { onNews } of told) onNews()
    },
  })
  return {
    watch: (recordingId, watcher) => {
      const others = watchers.get(recordingId) ?? new Set()
      watchers.set(recordingId, others.add(watcher))
      return () => {
        others.delete(watcher)
        if (others.size === 0 && watchers.get(recordingId) === others) watchers.delete(recordingId)
      }
    },
    close: async () => {
      for (const { onClose } of all()) onClose()
      await listening.close()
    },
  }
}
