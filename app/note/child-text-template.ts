import type { NoteKind } from '../../db/closed-lists'

export type ChildText = { title: string; text: string; easyText: string }

/** One per kind of note. Placeholders: `{{childName}}`, `{{participants}}`, `{{eventDay}}`. */
export type ChildTextTemplates = Readonly<Partial<Record<NoteKind, ChildText>>>

export type ChildTextFacts = {
  language: string
  childName: string
  /** Without the child and the author, named as the child would. */
  participants: readonly string[]
  eventDay: string
}

/** Sentences with a missing value are left out. Null if the kind has no template. */
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

function filledSentence(sentence: string, values: Readonly<Record<string, string>>): string {
  const variable = /\{\{([A-Za-z]+)\}\}/g
  const valueOf = (name = '') => values[name]?.trim() ?? ''
  if ([...sentence.matchAll(variable)].some(([, name]) => valueOf(name) === '')) return ''
  const text = sentence.replace(variable, (_found, name: string) => valueOf(name))
  return text.charAt(0).toUpperCase() + text.slice(1)
}
