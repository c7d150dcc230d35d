/**
 * Puts the final pass's text of a segment where its live text stands.
 * @param liveText as it was merged into the draft
 * @returns null when the live text does not stand in the draft unchanged, exactly once: somebody has edited
 *   it, and what is edited is frozen
 */
export function acceptFinal(draft: string, liveText: string, finalText: string): string | null {
  const live = liveText.trim()
  if (live === '' || finalText.trim() === '') return null
  const at = draft.indexOf(live)
  if (at === -1 || draft.includes(live, at + 1)) return null
  const end = at + live.length
  if (isInsideWord(draft, at) || isInsideWord(draft, end)) return null
  return draft.slice(0, at) + finalText.trim() + draft.slice(end)
}

const isInsideWord = (text: string, at: number) => isWordChar(text[at - 1]) && isWordChar(text[at])

const isWordChar = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char)
