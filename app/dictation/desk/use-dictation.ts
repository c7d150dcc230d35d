import { useEffect, useMemo, useRef, useState } from 'react'
import { openBrowserJournal } from '../recorder/browser-journal'
import type { DeskProps } from './desk-props'
import { createDictation, type Dictation } from './dictation'
import { beforeAnything } from './dictation-state'
import { createMemoryJournal } from '../recorder/memory-journal'
import { microphoneWith } from '../recorder/microphone'
import { createObservable } from './observable'
import { recordingServerFor } from '../recorder/recording-server'
import { heldElsewhere, holdWhileRecording, keepAwake } from './take-guards'
import { useObservable } from './use-observable'
import { createWritingWatch, type HeardHandlers } from './writing-watch'

const nothing = createObservable(beforeAnything)

/** The recorder is null until the browser has opened its journal. */
export function useDictation(
  { noteId, holder, recorder, now, recordings }: DeskProps,
  handlers: HeardHandlers,
) {
  const [dictation, setDictation] = useState<Dictation | null>(null)
  const told = useRef(handlers)
  told.current = handlers
  const watch = useMemo(() => createWritingWatch(() => told.current), [])

  useEffect(() => {
    for (const { id, mode, state } of recordings) {
      if (state === 'recording' || state === 'stopped') watch.follow(id, mode)
    }
    return watch.close
  }, [recordings, watch])

  useEffect(() => {
    const closers: (() => void)[] = []
    // The demo's clock differs from the computer's.
    const ahead = now - performance.now()
    const open = async () => {
      const made = createDictation({
        noteId,
        holder,
        journal: await openBrowserJournal().catch(createMemoryJournal),
        server: recordingServerFor(holder),
        openMicrophone: microphoneWith(recorder),
        now: () => ahead + performance.now(),
        newId: () => crypto.randomUUID(),
        onBegun: ({ recordingId, mode }) => watch.follow(recordingId, mode, true),
      })
      closers.push(keepAwake(made), holdWhileRecording(made))
      setDictation(made)
      const held = await heldElsewhere()
      await made.pickUp((recordingId) => held.has(recordingId))
    }
    void open()
    return () => {
      for (const close of closers) close()
    }
  }, [noteId, holder, recorder, now, watch])

  return {
    dictation,
    state: useObservable(dictation?.state ?? nothing),
    writing: useObservable(watch.state),
  }
}
