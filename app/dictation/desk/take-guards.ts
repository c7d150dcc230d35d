import type { Dictation } from './dictation'

const lockOf = (recordingId: string) => `dictation ${recordingId}`

/** Recordings in progress in another tab of this browser. */
export async function heldElsewhere(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query()
  return new Set(held.flatMap(({ name }) => (name?.startsWith('dictation ') ? [name.slice(10)] : [])))
}

/** Marks the recording for other tabs, and asks before leaving the page. */
export function holdWhileRecording({ state }: Dictation): () => void {
  let release: (() => void) | null = null
  const isOn = () => state.get().phase !== 'idle'
  const ask = (event: BeforeUnloadEvent) => void (isOn() && event.preventDefault())
  window.addEventListener('beforeunload', ask)
  const unsubscribe = state.subscribe(() => {
    const { phase, recordingId } = state.get()
    if (phase === 'recording' && !release && recordingId) {
      void navigator.locks.request(
        lockOf(recordingId),
        () => new Promise<void>((resolve) => (release = resolve)),
      )
    }
    if (phase === 'idle') {
      release?.()
      release = null
    }
  })
  return () => {
    window.removeEventListener('beforeunload', ask)
    unsubscribe()
    release?.()
  }
}

/** Keeps the screen on; sends stored sound when the network or the user is back. */
export function keepAwake({ state, hurry }: Dictation): () => void {
  const leaving = new AbortController()
  const { signal } = leaving
  let lit: WakeLockSentinel | null = null
  const light = async () => {
    if (!('wakeLock' in navigator)) return
    lit = await navigator.wakeLock.request('screen').catch(() => null)
  }
  const isOn = () => state.get().phase === 'recording'
  let wasOn = false
  const unsubscribe = state.subscribe(() => {
    if (isOn() === wasOn) return
    wasOn = isOn()
    void (wasOn ? light() : lit?.release())
  })
  window.addEventListener('online', hurry, { signal })
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.hidden) return
      hurry()
      // Hiding the page releases the screen lock.
      if (wasOn) void light()
    },
    { signal },
  )
  return () => {
    leaving.abort()
    unsubscribe()
    void lit?.release()
  }
}
