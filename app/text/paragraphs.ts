/** Split at blank lines; single line breaks are kept. */
export function splitParagraphs(draft: string): string[] {
  const paragraphs: string[][] = [[]]
  for (const line of draft.split(/\r\n|\r|\n/)) {
    if (line.trim() === '') paragraphs.push([])
    else paragraphs.at(-1)!.push(line.trim())
  }
  return paragraphs.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'))
}

export const joinParagraphs = (paragraphs: readonly string[]): string => paragraphs.join('\n\n')
