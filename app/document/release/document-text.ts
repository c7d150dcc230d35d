import { inFull, type Disclosed, type ReleasedText } from '../../disclosure/look-at-readers'
import type { DocumentBlock, DocumentContent } from '../content/content'
import { blocksFromText, textFromBlocks } from '../content/from-text'
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
export function documentText(document: OpenDocument): ReleasedText<ShownDocument, DocumentBlock> {
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
    writtenOf: textFromBlocks,
    partsOf: blocksFromText,
    hearsChild: ({ isChild }) => !isChild && saysWhatChildSays(draft),
  }
}

/** Exactly what the reader would see: must match document_text and person_document. */
function shownText(
  { level, title, parts }: Disclosed<DocumentBlock>,
  versions: readonly VersionTexts[],
): string[] {
  if (level === 'title') return words([title])
  if (level === 'partial') {
    return words([title, ...parts.flatMap(textsOf)])
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
  const texts = content ? allOf(content) : []
  return { title: content?.title ?? '', texts, childTitle, childText, changeReason }
}

export function signedText(version: StaffDocumentVersion): VersionTexts {
  const { title, content, childTitle, childText, changeReason } = version
  return { title, texts: allOf(content), childTitle, childText, changeReason }
}

const allOf = ({ issuer, reference, blocks }: DocumentContent): string[] =>
  [issuer.name, issuer.unit, reference, ...blocks.flatMap(textsOf)].filter((text) => text !== undefined)

function saysWhatChildSays(draft: DocumentDraft | null): boolean {
  const said = draft?.facts['childView']
  return Array.isArray(said) && said.length > 0
}

const words = (texts: readonly (string | null)[]) =>
  [...new Set(texts)].filter((text): text is string => Boolean(text))
