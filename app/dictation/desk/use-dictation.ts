import { useEffect, useMemo, useRef, useState } from 'react'
import type { HeardSegment } from '../../note/draft/merge-heard'
import type { RecordingProblem } from '../recording/find-recording'
import { openBrowserJournal } from './browser-journal'
import type { DeskProps } from './desk-props'
import { createDictation, type Dictation } from './dictation'
import { beforeAnything } from './dictation-state'
import type { Journal } from './journal'
import { createMemoryJournal } from './memory-journal'
import { microphoneWith } from './microphone'
import { createObservable } from './observable'
import { listenToRecording } from './recording-events'
import { recordingServer } from './recording-server'
import { heldElsewhere, holdWhileRecording, keepAwake } from './take-guards'
import { useObservable } from './use-observable'

/** How the writing out of what was said goes. */
export type Writing = {
  problem: RecordingProblem | null
  /** Of the engine's start, 0 to 100. */
  progress: number | null
  lagSeconds: number
  /** Recordings whose text is not done. */
  pending: ReadonlySet<string>
}

type Handlers = { onHeard: (segment: HeardSegment) => void; onDropped: (segment: HeardSegment) => void }

const nothing = createObservable(beforeAnything)

/** The recorder of the desk; null until the browser has opened its journal. */
export function useDictation({ noteId, recorder, now, recordings }: DeskProps, handlers: Handlers) {
  const [dictation, setDictation] = useState<Dictation | null>(null)
  const [writing] = useState(() =>
    createObservable<Writing>({ problem: null, progress: null, lagSeconds: 0, pending: new Set() }),
  )
  const told = useRef(handlers)
  told.current = handlers
  const clock = useMemo(() => {
    // The page's own moment and what has passed since: the demo's clock is not the computer's.
    const ahead = now - performance.now()
    return () => ahead + performance.now()
  }, [now])

  useEffect(() => {
    const closers: (() => void)[] = []
    const isPending = (recordingId: string, is: boolean) => {
      const pending = new Set(writing.get().pending)
      if (is) pending.add(recordingId)
      else pending.delete(recordingId)
      writing.change({ pending })
    }
    const listen = (listened: Pick<(typeof recordings)[number], 'id' | 'mode'>) => {
      isPending(listened.id, true)
      const close = listenToRecording(
        { recordingId: listened.id, mode: listened.mode },
        {
          onSegment: (segment) => {
            told.current.onHeard(segment)
            if (segment.kind === 'dropped') told.current.onDropped(segment)
          },
          onProblem: (problem, progress) => writing.change({ problem, progress }),
          onLag: (lagSeconds) => writing.change({ lagSeconds }),
          onState: (state) => {
            if (state === 'recording' || state === 'stopped') return
            isPending(listened.id, false)
            writing.change({ lagSeconds: 0, ...(state === 'transcribed' ? {} : { problem: null }) })
          },
        },
      )
      closers.push(close)
    }
    const heardOf = new Set<string>()
    const listenOnce = (listened: Pick<(typeof recordings)[number], 'id' | 'mode'>) => {
      if (heardOf.has(listened.id)) return
      heardOf.add(listened.id)
      listen(listened)
    }
    for (const recording of recordings) {
      if (recording.state === 'recording' || recording.state === 'stopped') listenOnce(recording)
    }
    void openJournal().then(async (journal) => {
      const made = createDictation({
        noteId,
        journal,
        server: recordingServer,
        openMicrophone: microphoneWith(recorder),
        now: clock,
        newId: () => crypto.randomUUID(),
        onBegun: ({ recordingId, mode }) => listenOnce({ id: recordingId, mode }),
      })
      closers.push(keepAwake(made), holdWhileRecording(made))
      setDictation(made)
      const held = await heldElsewhere()
      await made.pickUp((recordingId) => held.has(recordingId))
    })
    return () => {
      for (const close of closers) close()
    }
  }, [noteId, recorder, recordings, clock, writing])

  return {
    dictation,
    state: useObservable(dictation?.state ?? nothing),
    writing: useObservable(writing),
    clock,
  }
}

function openJournal(): Promise<Journal> {
  return openBrowserJournal().catch(() => createMemoryJournal())
}
