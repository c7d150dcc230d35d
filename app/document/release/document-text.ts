import type { Section } from '../../../db/roles'
import { inFull, type Disclosed, type ReleasedText } from '../../disclosure/look-at-readers'
import type { DocumentContent } from '../content/content'
import { plainLines } from '../content/plain-text'
import { textsOf } from '../content/texts-of'
import type { DocumentDraft } from '../draft/document-draft'
import type { StaffDocumentVersion } from '../staff/read-staff-document'
import type { OpenDocument } from './open-document'

/** What a version of a document says to its readers, text by text. */
export type VersionTexts = {
  title: string
  texts: readonly string[]
  childTitle: string | null
  childText: string | null
  changeReason: string | null
}

/** As document_draft_shown gives it (db/policy/staff/disclosure-basis.sql). */
export type ShownDocument = {
  content: DocumentContent | null
  childTitle: string | null
  childText: string | null
  changeReason: string | null
}

/** A document as those who decide on its readers need to know it. */
export function documentText(document: OpenDocument): ReleasedText<ShownDocument, Section> {
  const { people, caseWords, checked, now, draft, versions } = document
  const [newest, signed] = versions
  return {
    ...{ people, caseWords, checked, now },
    isDraft: draft !== null,
    shownText: (disclosed) => shownText(disclosed, versions),
    newest: () => (newest ? shownText(inFull, [newest]) : []),
    before: (shown) => {
      const before = shown ? draftText(shown) : signed
      return before ? shownText(inFull, [before]) : null
    },
    writtenOf: (parts) => parts.flatMap(({ paragraphs }) => paragraphs).join('\n\n'),
    partsOf: (written) => [{ paragraphs: plainLines(written) }],
    hearsChild: ({ isChild }) => !isChild && saysWhatChildSays(draft),
  }
}

/** Exactly what the reader would see: must match document_text and person_document. */
function shownText({ level, title, parts }: Disclosed<Section>, versions: readonly VersionTexts[]): string[] {
  if (level === 'title') return words([title])
  if (level === 'partial') {
    return words([title, ...parts.flatMap(({ heading, paragraphs }) => [heading ?? null, ...paragraphs])])
  }
  if (level !== 'full') return []
  return words(
    versions.flatMap((version) => [
      version.title,
      version.changeReason,
      ...version.texts,
      version.childTitle,
      version.childText,
    ]),
  )
}

export function draftText({ content, childTitle, childText, changeReason }: ShownDocument): VersionTexts {
  const texts = content
    ? [content.issuer.name, content.issuer.unit, content.reference, ...content.blocks.flatMap(textsOf)]
    : []
  return {
    title: content?.title ?? '',
    texts: texts.filter((text) => text !== undefined),
    ...{ childTitle, childText, changeReason },
  }
}

export function signedText(version: StaffDocumentVersion): VersionTexts {
  const { title, sections, childTitle, childText, changeReason } = version
  const texts = sections.flatMap(({ heading, paragraphs }) => [...(heading ? [heading] : []), ...paragraphs])
  return { title, texts, childTitle, childText, changeReason }
}

function saysWhatChildSays(draft: DocumentDraft | null): boolean {
  const said = draft?.facts['childView']
  return Array.isArray(said) && said.length > 0
}

const words = (texts: readonly (string | null)[]) =>
  [...new Set(texts)].filter((text): text is string => Boolean(text))
