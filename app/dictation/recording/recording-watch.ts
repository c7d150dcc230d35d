import { listen } from '../../../db/listen.ts'

type Watcher = { onNews: () => void; onClose: () => void; onPreview?: (sealed: string) => void }

/** One database connection for all open pages. */
export type RecordingWatch = {
  /**
   * `onNews`: there may be events. `onPreview`: words of the open phrase, sealed (preview.ts). `onClose`: the portal
   * shuts down. Call the result to stop.
   */
  watch: (recordingId: string, watcher: Watcher) => () => void
  close: () => Promise<void>
}

/** @param onLost called when the connection breaks; it reconnects by itself */
export function createRecordingWatch(databaseUrl: string, onLost: (error: Error) => void): RecordingWatch {
  const watchers = new Map<string, Set<Watcher>>()
  let isClosed = false
  const all = () => [...watchers.values()].flatMap((each) => [...each])
  const listening = listen(databaseUrl, 'recording_event', {
    onLost,
    // Null after a reconnect: notifications may be lost, so everybody checks.
    onPayload: (payload) => {
      const [recordingId = null, sealed] = payload?.split(' ') ?? []
      const told = recordingId === null ? all() : [...(watchers.get(recordingId) ?? [])]
      for (const { onNews, onPreview } of told) {
        if (sealed === undefined) onNews()
        else onPreview?.(sealed)
      }
    },
  })
  return {
    watch: (recordingId, watcher) => {
      // Asked on a connection that was still open. The page asks again, of whoever takes over.
      if (isClosed) queueMicrotask(watcher.onClose)
      const others = watchers.get(recordingId) ?? new Set()
      watchers.set(recordingId, others.add(watcher))
      return () => {
        others.delete(watcher)
        if (others.size === 0 && watchers.get(recordingId) === others) watchers.delete(recordingId)
      }
    },
    close: async () => {
      isClosed = true
      for (const { onClose } of all()) onClose()
      await listening.close()
    },
  }
}
