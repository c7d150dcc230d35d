import type { ReactNode } from 'react'
import { personAt, type RemarkSlug } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { ChangeReason } from '../note/earlier-versions'
import { NoteTools } from '../reading/reading-tools'
import { WithMarks } from '../ui/marked-text'
import { levelsOf, readingLevel, type ReadingLevel } from '../reading/reading-level'
import { RemarkWays, Remarks } from '../remark/remarks'
import { TextAtLevel, easierText } from '../reading/text-at-level'
import { WithheldPart } from '../reading/withheld-part'
import { WordHelp, hardWordsIn, marksIn } from '../reading/word-help'
import { Understood } from '../message/understood'
import { WrittenInSwedish } from '../reading/written-in-swedish'
import { ChipLink } from '../ui/chip'
import { Columns } from '../ui/page/layout'
import { DocumentBody } from './content/document-body'
import { textsOf } from './content/texts-of'
import { DocumentAsFile } from './document-as-file'
import { EarlierDocuments } from './earlier-documents'
import type { DocumentVersion, FoundDocument } from './read-document'
import { receiptId } from './receipt-info'

type DocumentPageProps = {
  document: FoundDocument
  /** Newest first; empty when only the title may be shown. */
  versions: readonly DocumentVersion[]
  wish: string | null
  /** Given name of the caseworker who answers. */
  caseworker: string
  /** What is asked of the reader besides reading, if anything. */
  asked: ReactNode
  /** How it is appealed, if it can be. */
  appeal?: ReactNode
}

export function DocumentPage({ document, versions, wish, caseworker, asked, appeal }: DocumentPageProps) {
  const [newest, ...earlier] = versions
  const remarkHref = (remark: RemarkSlug) => personAt.remarkOnDocument(document.caseId, document.id, remark)
  const { language } = useLanguage()
  const childTexts = { childText: newest?.childText ?? null, childTextEasy: null }
  const level = readingLevel(wish, { audience: document.audience, language }, childTexts)
  const texts = newest ? [easierText(level, childTexts) ?? '', ...swedishTexts(newest)] : []
  const [words, marks] = [hardWordsIn(texts), marksIn(texts)]
  const newestProps = { document, level, childTexts, caseworker, hasWords: words.length > 0 }
  return (
    <Columns beside={<WordHelp ids={words} marks={marks} />}>
      {newest ? (
        <WithMarks marks={marks}>
          <NewestVersion version={newest} {...newestProps} />
        </WithMarks>
      ) : null}
      <WithheldPart of="document" {...document} askHref={remarkHref('be-om-att-fa-lasa')} />
      {asked ? <div id={receiptId}>{asked}</div> : null}
      {appeal}
      {newest ? (
        <Understood
          onHref={personAt.documents(document.caseId)}
          askHref={personAt.askAboutDocument(document.caseId, document.id)}
        />
      ) : null}
      {newest ? <RemarkWays hrefOf={remarkHref} /> : null}
      <Remarks remarks={document.remarks} caseworker={caseworker} />
      <EarlierDocuments versions={earlier} />
    </Columns>
  )
}

const swedishTexts = ({ content }: DocumentVersion): string[] =>
  content.language === 'sv' ? content.blocks.flatMap(textsOf) : []

type NewestVersionProps = {
  document: FoundDocument
  version: DocumentVersion
  level: ReadingLevel
  childTexts: { childText: string | null; childTextEasy: null }
  caseworker: string
  hasWords: boolean
}

function NewestVersion({ document, version, level, childTexts, caseworker, hasWords }: NewestVersionProps) {
  const { t } = useLanguage()
  return (
    <>
      <NoteTools levels={levelsOf(childTexts)} level={level} textId="text" hasWords={hasWords}>
        {document.receiptAsked ? (
          <ChipLink href={`#${receiptId}`}>{t('document:receipt.link')}</ChipLink>
        ) : null}
      </NoteTools>
      {version.content.language === 'sv' ? <WrittenInSwedish name={caseworker} /> : null}
      <ChangeReason version={version} />
      <TextAtLevel
        id="text"
        level={level}
        texts={childTexts}
        label={
          document.isOwn
            ? t('document:childText.own')
            : t('document:childText.child', { name: document.childName })
        }
        written={<DocumentBody content={version.content} />}
        writtenLabel={t('document:written')}
      />
      {version.file ? (
        <DocumentAsFile href={personAt.documentFile(document.caseId, document.id)} {...version.file} />
      ) : null}
    </>
  )
}
