/** Many more than forty pages have. What follows stays with the last. */
const mostParagraphs = 1000

/** Split at blank lines; single line breaks are kept. */
export function splitParagraphs(draft: string): string[] {
  const paragraphs: string[][] = [[]]
  for (const line of draft.split(/\r\n|\r|\n/)) {
    const isFull = paragraphs.length >= mostParagraphs
    if (line.trim() === '' && !isFull) {
      if (paragraphs.at(-1)!.length > 0) paragraphs.push([])
    } else paragraphs.at(-1)!.push(line.trim())
  }
  return paragraphs.map((lines) => lines.join('\n').trimEnd()).filter((paragraph) => paragraph !== '')
}

export const joinParagraphs = (paragraphs: readonly string[]): string => paragraphs.join('\n\n')
