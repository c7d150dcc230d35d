const latin = /[0-9A-Za-z\u00c0-\u024f]+(?:[-–:./,@§ ]+[0-9A-Za-z\u00c0-\u024f]+)*/g

type Part = { text: string; isLeftToRight: boolean }

/** In a line from right to left a day, a diary number or a section of law is turned round at its hyphens, unless it stands alone. */
export function leftToRightParts(text: string): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const { 0: found, index } of text.matchAll(latin)) {
    if (index > at) parts.push({ text: text.slice(at, index), isLeftToRight: false })
    parts.push({ text: found, isLeftToRight: true })
    at = index + found.length
  }
  if (at < text.length) parts.push({ text: text.slice(at), isLeftToRight: false })
  return parts
}
