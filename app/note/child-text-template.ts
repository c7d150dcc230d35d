import type { NoteKind } from '../../db/closed-lists'
import { withoutMarker } from '../text/suggest-voice.ts'

export type ChildText = { title: string; text: string; easyText: string }

/** How a text begins, by kind of note. Placeholders: `{{childName}}`, `{{participants}}`, `{{eventDay}}`. */
export type ChildTextTemplates = Readonly<Partial<Record<NoteKind, ChildText>>>

/** What the texts go on with. `{{said}}` is the beginning of a paragraph. A blank stands between square brackets. */
export type ChildTextLines = Readonly<
  Record<'fact' | 'own' | 'assessment' | 'anew' | 'means' | 'easy', string>
>

/** A paragraph as the caseworker has marked it. */
export type MarkedParagraph = { voice: 'fact' | 'own' | 'other' | 'assessment'; text: string }

export type ChildTextFacts = {
  language: string
  childName: string
  /** Without the child and the author, named as the child would. */
  participants: readonly string[]
  eventDay: string
  paragraphs: readonly MarkedParagraph[]
}

/** Whether something is left to fill in. */
export const hasBlank = (text: string): boolean => /\[[^\]]*\]/.test(text)

/** What somebody will read of it once it is whole. */
export const withoutBlanks = (text: string): string => text.replace(/\[[^\]]*\]/g, '').trim()

/**
 * A draft from the note's own paragraphs, with blanks that must be filled before it can be approved. What others have
 * said is left out: the child may not be the one to hear it. Sentences with a missing value are left out. Null if the
 * kind has no template.
 */
export function proposeChildText(
  kind: NoteKind,
  facts: ChildTextFacts,
  { kinds, lines }: { kinds: ChildTextTemplates; lines: ChildTextLines },
): ChildText | null {
  const template = kinds[kind]
  if (!template) return null
  const { childName, eventDay } = facts
  const participants = new Intl.ListFormat(facts.language).format(facts.participants)
  const values = { childName, eventDay, participants }
  const said = facts.paragraphs.flatMap(({ voice, text }) => {
    if (voice === 'other') return []
    const sentence = firstSentence(voice === 'assessment' ? withoutMarker(text) : text)
    // What speaks of the child by name is not yet said to the child.
    const anew = sentence.includes(childName) && childName !== '' ? ` ${lines.anew}` : ''
    return [lines[voice].replace('{{said}}', () => sentence) + anew]
  })
  return {
    title: filled(template.title, values),
    text: [filled(template.text, values), ...said, lines.means].filter((line) => line !== '').join('\n\n'),
    easyText: [filled(template.easyText, values), lines.easy].filter((line) => line !== '').join(' '),
  }
}

const firstSentence = (text: string): string => text.trim().split(/(?<=[.?!])\s/)[0] ?? ''

function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template
    .split(/(?<=[.?!؟])\s/)
    .map((sentence) => filledSentence(sentence, values))
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function filledSentence(sentence: string, values: Readonly<Record<string, string>>): string {
  const variable = /\{\{([A-Za-z]+)\}\}/g
  const valueOf = (name = '') => values[name]?.trim() ?? ''
  if ([...sentence.matchAll(variable)].some(([, name]) => valueOf(name) === '')) return ''
  const text = sentence.replace(variable, (_found, name: string) => valueOf(name))
  return text.charAt(0).toUpperCase() + text.slice(1)
}
