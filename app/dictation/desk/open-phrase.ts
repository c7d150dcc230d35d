/** Words of the phrase that is being spoken, before they are text. Milliseconds of the recording. */
export type OpenPhrase = { recordingId: string; start: number; text: string }

/**
 * Which words are shown. The text of a phrase takes the place of its words in whichever order they come.
 * @param show called with each change
 */
export function createOpenPhrases(show: (open: OpenPhrase | null) => void) {
  const settledTo = new Map<string, number>()
  let shown: OpenPhrase | null = null
  const change = (open: OpenPhrase | null) => {
    if (open === shown) return
    shown = open
    show(open)
  }
  return {
    say: (open: OpenPhrase) => {
      if (open.start >= (settledTo.get(open.recordingId) ?? 0)) change(open)
    },
    /** There is text until `end`. */
    settle: (recordingId: string, end: number) => {
      settledTo.set(recordingId, Math.max(end, settledTo.get(recordingId) ?? 0))
      if (shown?.recordingId === recordingId && shown.start < end) change(null)
    },
    clear: () => change(null),
  }
}
