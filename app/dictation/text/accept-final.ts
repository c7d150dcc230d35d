/** Null unless the live text is there exactly once: text that was edited is never overwritten. */
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
