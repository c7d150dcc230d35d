import { atOnce, type Steps } from './steps.ts'
import type { TextWord } from './text-words.ts'

/**
 * A text as it is matched: composed (NFC), without signs that show nothing, with 0–9 for the digits of every script,
 * letters of one width and one kind of space. What is stored stays as it was written: Persian needs its joiners.
 */
export type PlainForm = {
  text: string
  /** The same stretch in the text as written, with what cannot be seen. */
  asWritten: (found: Stretch) => TextWord
}

type Stretch = { start: number; end: number }

const unseen = String.raw`\p{DI}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f`
const mark = String.raw`\p{Mn}\p{Me}`
const otherwise = String.raw`(?![ ])\p{Z}|(?![0-9])\p{Nd}|[ßẞİı\u2126\u212a\u212b\ufb00-\ufb06\uff01-\uff5e\u{1d400}-\u{1d7ff}]`

const unseenSigns = new RegExp(`[${unseen}]`, 'gu')
const marks = new RegExp(`[${mark}]`, 'gu')
const otherSigns = new RegExp(otherwise, 'gu')
/** With the letter that marks belong to. */
const odd = new RegExp(`[^${unseen}${mark}]?[${unseen}${mark}]+|${otherwise}`, 'gu')

export const plainForm = (written: string): PlainForm => atOnce(plainFormSteps(written))

/** The signs of a text that have another form, a step each. */
export function* plainFormSteps(written: string): Steps<PlainForm> {
  const { replace, end } = startForm(written)
  for (const sign of written.matchAll(odd)) {
    replace(sign)
    yield
  }
  return end()
}

function startForm(written: string) {
  const parts: string[] = []
  const [starts, ends]: [number[], number[]] = [[], []]
  let copied = 0
  const copyUntil = (end: number) => {
    parts.push(written.slice(copied, end))
    for (let at = copied; at < end; at++) {
      starts.push(at)
      ends.push(at + 1)
    }
  }
  const plainOf = remembered(toPlain)
  const replace = (found: RegExpExecArray) => {
    copyUntil(found.index)
    copied = found.index + found[0].length
    const plain = plainOf(found[0])
    parts.push(plain)
    starts.push(...Array<number>(plain.length).fill(found.index))
    ends.push(...Array<number>(plain.length).fill(copied))
  }
  const stretch = (start: number, end: number) => ({ start, end, text: written.slice(start, end) })
  const end = (): PlainForm => {
    if (parts.length === 0) return { text: written, asWritten: ({ start, end }) => stretch(start, end) }
    copyUntil(written.length)
    const asWritten = ({ start, end }: Stretch) => stretch(starts[start]!, ends[end - 1]!)
    return { text: parts.join(''), asWritten }
  }
  return { replace, end }
}

/** Equal for two words that differ in capitals alone. Changes no length of a plain text. */
export const sameCase = (plain: string): string => plain.toLowerCase().replaceAll('ς', 'σ')

/** How a name or a word is compared with others. */
export const comparable = (written: string): string => sameCase(plainForm(written).text).trim()

const toPlain = (written: string) =>
  written.replace(unseenSigns, '').normalize('NFC').replace(marks, '').replace(otherSigns, usual)

/** A text of forty pages has few signs of each kind, and the same ones again. */
function remembered(make: (sign: string) => string) {
  const made = new Map<string, string>()
  return (sign: string): string => {
    const known = made.get(sign) ?? make(sign)
    made.set(sign, known)
    return known
  }
}

// Capitals of ß and of the Turkish i are more than one letter or another one: "GROSS" is "Groß", "IŞIK" is "Işık".
const usualLetters: Readonly<Record<string, string>> = { ß: 'ss', ẞ: 'SS', İ: 'I', ı: 'i' }

function usual(sign: string): string {
  if (/\p{Z}/u.test(sign)) return ' '
  const compatible = usualLetters[sign] ?? sign.normalize('NFKC')
  return /(?![0-9])\p{Nd}/u.test(compatible) ? digitOf(compatible.codePointAt(0)!) : compatible
}

/** Each script has its ten digits in a row. */
function digitOf(code: number): string {
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String(code - zero)
}
