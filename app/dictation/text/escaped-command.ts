import type { Reading } from './place.ts'

/** `isLast`: nothing follows the name that it could belong to. */
type Escape = { name: string; before: readonly string[]; isLast: boolean }

const takers = new Set(
  (
    'ta tar tog tagit få får fick fått ha har hade haft begär begärde begärt om lämna lämnar lämnade ge ger gav gett hålla håller höll hållit ' +
    'sista första fördela fördelar fördelade'
  ).split(' '),
)
const writers = new Set(
  (
    'skriva skriver skrev skrivit säga säger sa sade sagt höra hör hörde läsa läser läste stava stavar stavade med det ' +
    'hela själva svåra nya förstå förstår förstod använda använder använde är var betyder av på i just uttala uttalade'
  ).split(' '),
)

/** Is "ordet" before a command's name itself the command to write that name, or the noun? */
export function escapeReading({ name, before, isLast }: Escape): Reading {
  const last = before.at(-1) ?? ''
  if (takers.has(last)) return 'word'
  return writers.has(last) || (isLast && name !== 'komma') ? 'unsure' : 'command'
}
