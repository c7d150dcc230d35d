import type { DictationMode } from '../text/spoken-commands'
import { createChunkSender, type ChunkSender, type Sending } from '../recorder/chunk-sender'
import { beforeAnything, type DictationState } from './dictation-state'
import { secondsOf, type Journal, type JournalEntry } from '../recorder/journal'
import { MicrophoneError, type Microphone, type OpenMicrophone } from '../recorder/microphone'
import { createObservable, type Observable } from './observable'
import { numbersOf, quarter } from '../recording/part-length'
import type { RecordingServer } from '../recorder/recording-server'
import { createSilenceWatch, levelWord, type Level } from '../recorder/sound-level'

export type DictationParts = {
  noteId: string
  /** Mark of whoever speaks. */
  holder: string
  journal: Journal
  server: RecordingServer
  openMicrophone: OpenMicrophone
  now: () => number
  newId: () => string
  onBegun: (entry: JournalEntry) => void
}

export type Dictation = {
  state: Observable<DictationState>
  start: (mode: DictationMode) => Promise<void>
  carryOn: (entry: JournalEntry) => Promise<void>
  /** Resolves when the sound is stored or being sent. */
  stop: () => Promise<void>
  finish: (entry: JournalEntry) => Promise<void>
  discard: (entry: JournalEntry) => Promise<void>
  hurry: () => void
  /** True when the server has everything. */
  settled: () => Promise<boolean>
  isOwn: (recordingId: string) => boolean
  pickUp: (isElsewhere: (recordingId: string) => boolean) => Promise<void>
}

/** One recording at a time; earlier ones may still be sending. */
export function createDictation(parts: DictationParts): Dictation {
  const { noteId, holder, journal, server, openMicrophone, now, newId, onBegun } = parts
  const state = createObservable<DictationState>(beforeAnything)
  const senders = new Map<string, ChunkSender>()
  let microphone: Microphone | null = null
  // In order: the sender must never see a later chunk before an earlier one.
  let keeping = Promise.resolve()

  const showSending = (sending: Sending) => {
    const wasAway = state.get().sending.state === 'away'
    const isCatchingUp = sending.waiting > 1 && (wasAway || state.get().isCatchingUp)
    state.change({ sending, isCatchingUp: sending.state === 'sending' && isCatchingUp })
  }
  const senderOf = (entry: JournalEntry): ChunkSender => {
    const { recordingId } = entry
    const known = senders.get(recordingId)
    if (known) return known
    let isTold = entry.isBegun
    if (isTold) onBegun(entry)
    const tell = (sending: Sending) => {
      if (!isTold && sending.state === 'sending') onBegun(entry)
      isTold ||= sending.state === 'sending'
      showSending(sending)
      if (sending.state === 'closed' && state.get().recordingId === recordingId) void stop()
    }
    const sender = createChunkSender({ recordingId, journal, server, tell, later })
    senders.set(recordingId, sender)
    return sender
  }

  const record = async (entry: JournalEntry) => {
    const { recordingId } = entry
    state.change({ phase: 'starting', fault: null, lostAt: null, isSilent: false, recordingId })
    let number = entry.chunks
    const isDead = createSilenceWatch()
    const onChunk = (sound: Uint8Array<ArrayBuffer>) => {
      const chunk = { number, sound }
      number += numbersOf(sound, quarter)
      state.change({ seconds: secondsOf(entry, number) })
      keeping = keeping.then(() => journal.add(recordingId, chunk)).then(() => senderOf(entry).wake())
    }
    const onLevel = (level: Level) =>
      state.change({ level: levelWord(level), loudness: loudnessOf(level), isSilent: isDead(level) })
    const onLost = () => {
      state.change({ lostAt: now() })
      void stop()
    }
    try {
      microphone = await openMicrophone({ onChunk, onLevel, onLost })
    } catch (error) {
      state.change({ phase: 'idle', recordingId: null, fault: faultOf(error) })
      return
    }
    if (entry.chunks === 0) await journal.begin(entry)
    senderOf(entry).wake()
    state.change({ phase: 'recording', seconds: secondsOf(entry, entry.chunks), microphone: microphone.name })
  }

  const stop = async () => {
    const { phase, recordingId } = state.get()
    if (phase !== 'recording' || !recordingId) return
    state.change({ phase: 'stopping' })
    await microphone?.stop()
    microphone = null
    await keeping
    await journal.change(recordingId, { isStopped: true })
    senders.get(recordingId)?.wake()
    state.change({ phase: 'idle', recordingId: null, loudness: 0, isSilent: false })
  }

  const leave = (entry: JournalEntry) =>
    state.change({ unfinished: state.get().unfinished.filter((each) => each !== entry) })

  const begin = (mode: DictationMode) => {
    const begun = { startedAt: now(), chunks: 0, isBegun: false, isStopped: false }
    return record({ noteId, holder, mode, partMs: quarter, ...begun, recordingId: newId() })
  }
  const finish = async (entry: JournalEntry) => {
    leave(entry)
    await journal.change(entry.recordingId, { isStopped: true })
    senderOf(entry).wake()
  }

  return {
    state,
    stop,
    start: async (mode) => {
      if (state.get().phase !== 'idle') return
      await begin(mode)
    },
    carryOn: async (entry) => {
      if (state.get().phase !== 'idle') return
      // Numbered in whole seconds, it can take none that is shorter: what is said now is a recording of its own.
      if (entry.partMs !== quarter) {
        await finish(entry)
        return begin(entry.mode)
      }
      leave(entry)
      await record((await journal.find(entry.recordingId)) ?? entry)
    },
    finish,
    discard: async (entry) => {
      leave(entry)
      await journal.forget(entry.recordingId)
      await server.discard(entry.recordingId)
    },
    hurry: () => {
      for (const sender of senders.values()) sender.hurry()
    },
    isOwn: (recordingId) => senders.has(recordingId),
    settled: async () => {
      const isAway = () => ['away', 'signIn'].includes(state.get().sending.state)
      const all = Promise.all([...senders.values()].map((sender) => sender.settled())).then(() => true)
      return Promise.race([all, whenTrue(state, isAway).then(() => false)])
    },
    pickUp: async (isElsewhere) => {
      const left = (await journal.entries({ noteId, holder })).filter(
        ({ recordingId }) => !isElsewhere(recordingId),
      )
      for (const entry of left) senderOf(entry).wake()
      state.change({ unfinished: left.filter(({ isStopped }) => !isStopped) })
    },
  }
}

function later(milliseconds: number, then: () => void): () => void {
  const timer = setTimeout(then, milliseconds)
  return () => clearTimeout(timer)
}

function whenTrue(state: Observable<DictationState>, is: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (is()) return resolve()
    const unsubscribe = state.subscribe(() => {
      if (!is()) return
      unsubscribe()
      resolve()
    })
  })
}

const loudnessOf = ({ rms }: Level) => Math.max(0, Math.min(1, 1 + rms / 60))

const faultOf = (error: unknown) => (error instanceof MicrophoneError ? error.fault : 'unsupported')
