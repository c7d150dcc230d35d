import { textFault } from '../text/written-text'

/** In code points. */
export const longestSubject = 100

/** The subject as it was written, or the beginning of the text. */
export function subjectOf({ subject, text }: { subject: string; text: string }): string {
  if (!textFault(subject, longestSubject)) return subject
  const [line = ''] = text.split('\n')
  const signs = Array.from(line)
  if (signs.length <= 60) return line
  return `${signs
    .slice(0, 60)
    .join('')
    .replace(/\s+\S*$/u, '')}…`
}
