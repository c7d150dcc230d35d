/** On silence, engines may repeat the prompt as if it was said. */
export function isPromptEcho(text: string, prompt: string): boolean {
  const said = plain(text)
  return said !== '' && ` ${plain(prompt)} `.includes(` ${said} `)
}

/** About 200 tokens at most. Null when there are no words. */
export function promptOf(words: readonly string[]): string | null {
  const longest = 600
  const kept = words.filter(
    (_, i) => words.slice(0, i + 1).reduce((length, word) => length + word.length + 2, 0) <= longest,
  )
  return kept.length > 0 ? `${kept.join(', ')}.` : null
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
