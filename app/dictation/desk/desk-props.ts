import type { Language } from '../../i18n/languages'
import type { Texts } from '../../i18n/texts'
import type { HeardSegment } from '../text/merge-heard'
import type { RecordingState } from '../recording/find-recording'
import type { RecordingProblem } from '../recording/recording-problem'
import type { DictationMode } from '../text/spoken-commands'
import type { OtherDraft } from './draft-keeper'

export type DeskRecording = {
  id: string
  source: 'live' | 'upload'
  state: RecordingState
  mode: DictationMode
  problem: RecordingProblem | null
  /** In words from the server: browsers format times differently. */
  startedAt: string
  erasedOn: string | null
}

/** Sent to the page, so only what the page shows. */
export type DeskProps = {
  /** Mark of the caseworker, for what is sent (app/access/holder-mark.ts). */
  holder: string
  language: Language
  texts: Record<string, Texts>
  /** Milliseconds since 1970, when the page was made. */
  now: number
  recorder: string
  noteId: string
  caseId: string
  revision: number
  mergedTo: number
  title: string
  text: string
  /** What stood in the fields when the script came: it can be more than the page was made with. */
  typed?: { title: string; text: string }
  other: OtherDraft | null
  fault: 'tooLong' | null
  recordings: readonly DeskRecording[]
  /** Left out of the text as noise. */
  dropped: readonly HeardSegment[]
  words: readonly string[]
}
