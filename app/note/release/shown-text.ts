import type { Disclosed } from '../../disclosure/look-at-readers.ts'
import type { VersionText } from './version-text.ts'
import type { StoredParagraph } from '../../../db/roles.ts'

/** Exactly what the reader would see: must match note_text and person_note. */
export function shownText(
  disclosed: Disclosed<StoredParagraph>,
  note: { source: string | null; versions: readonly VersionText[] },
): string[] {
  if (disclosed.level === 'title') return words([disclosed.title])
  if (disclosed.level === 'partial') return words([disclosed.title, ...spoken(disclosed.parts)])
  if (disclosed.level !== 'full') return []
  return words([note.source, ...note.versions.flatMap(versionWords)])
}

const versionWords = (version: VersionText) => [
  version.title,
  version.changeReason,
  ...spoken(version.paragraphs),
  version.childTitle,
  version.childText,
  version.childTextEasy,
  version.readBackTo,
]

const spoken = (paragraphs: readonly StoredParagraph[]) =>
  paragraphs.flatMap(({ speaker, text }) => [speaker ?? null, text])

const words = (texts: readonly (string | null)[]) =>
  [...new Set(texts)].filter((text): text is string => Boolean(text))
