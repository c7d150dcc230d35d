import type { NoteKind } from '../../db/closed-lists'

/** A text for a child at two levels: the easier words, and the easiest. */
export type ChildText = { title: string; text: string; easyText: string }

/** One template for each kind of note, in one language; `{{childName}}`, `{{participants}}`, `{{eventDay}}`. */
export type ChildTextTemplates = Readonly<Partial<Record<NoteKind, ChildText>>>

export type ChildTextFacts = {
  /** Language of the templates, for the list of participants. */
  language: string
  childName: string
  /** Who was there but the child and the author, as the child calls them. */
  participants: readonly string[]
  /** The day in words: "i går", "tisdag 14 april". */
  eventDay: string
}

/**
 * Proposes a child's text; the caseworker rewrites and approves it. A sentence that needs what is not known
 * is left out.
 * @returns null when there is no template for the kind
 */
export function proposeChildText(
  kind: NoteKind,
  facts: ChildTextFacts,
  templates: ChildTextTemplates,
): ChildText | null {
  const template = templates[kind]
  if (!template) return null
  const participants = new Intl.ListFormat(facts.language).format(facts.participants)
  const values = { childName: facts.childName, eventDay: facts.eventDay, participants }
  return {
    title: filled(template.title, values),
    text: filled(template.text, values),
    easyText: filled(template.easyText, values),
  }
}

function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template
    .split(/(?<=[.?!؟])\s/)
    .map((sentence) => filledSentence(sentence, values))
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** Empty when a value is missing. */
function filledSentence(sentence: string, values: Readonly<Record<string, string>>): string {
  const variable = /\{\{([A-Za-z]+)\}\}/g
  const valueOf = (name = '') => values[name]?.trim() ?? ''
  if ([...sentence.matchAll(variable)].some(([, name]) => valueOf(name) === '')) return ''
  const text = sentence.replace(variable, (_found, name: string) => valueOf(name))
  return text.charAt(0).toUpperCase() + text.slice(1)
}
