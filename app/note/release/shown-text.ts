import type { DisclosureLevel } from '../../disclosure/level.ts'
import type { VersionText } from '../../disclosure/version-text.ts'
import type { StoredParagraph } from '../../../db/roles.ts'

type Disclosed = {
  level: DisclosureLevel | ''
  /** Only for disclosures that are less than full. */
  title: string
  paragraphs: readonly StoredParagraph[]
}

/** Exactly what the reader would see: must match note_text and person_note. */
export function shownText(
  disclosed: Disclosed,
  note: { source: string | null; versions: readonly VersionText[] },
): string[] {
  if (disclosed.level === 'title') return words([disclosed.title])
  if (disclosed.level === 'partial') return words([disclosed.title, ...spoken(disclosed.paragraphs)])
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
