import type { Language } from '../../i18n/languages'
import type { HeardSegment } from '../text/merge-heard'
import type { RecordingProblem, RecordingState } from '../recording/find-recording'
import type { DictationMode } from '../text/spoken-commands'
import type { OtherDraft } from './draft-keeper'

/** A recording of the draft as the desk shows it. */
export type DeskRecording = {
  id: string
  source: 'live' | 'upload'
  state: RecordingState
  mode: DictationMode
  problem: RecordingProblem | null
  /** In words, made where the page is made: browsers write the same moment in other ways. */
  startedAt: string
  erasedOn: string | null
}

/** All the desk is shown from. It stands on the page, so it holds nothing that the page does not show. */
export type DeskProps = {
  language: Language
  texts: Record<string, object>
  /** Milliseconds since 1970, when the page was made. */
  now: number
  /** Address of the audio worklet. */
  recorder: string
  noteId: string
  revision: number
  mergedTo: number
  title: string
  text: string
  /** Saved by another page while this one was written on. */
  other: OtherDraft | null
  fault: 'tooLong' | null
  recordings: readonly DeskRecording[]
  /** What was taken for noise and left out of the text. */
  dropped: readonly HeardSegment[]
  words: readonly string[]
}
