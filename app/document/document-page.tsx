import type { ReactNode } from 'react'
import { personAt, type RemarkSlug } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { ChangeReason } from '../note/earlier-versions'
import { NoteTools } from '../reading/reading-tools'
import { levelsOf, readingLevel } from '../reading/reading-level'
import { RemarkWays, Remarks } from '../remark/remarks'
import { TextAtLevel } from '../reading/text-at-level'
import { WithheldPart } from '../reading/withheld-part'
import { WordHelp, hardWordsIn } from '../reading/word-help'
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
}

export function DocumentPage({ document, versions, wish, caseworker, asked }: DocumentPageProps) {
  const [newest, ...earlier] = versions
  const remarkHref = (remark: RemarkSlug) => personAt.remarkOnDocument(document.caseId, document.id, remark)
  const words = hardWordsIn(newest?.content.language === 'sv' ? newest.content.blocks.flatMap(textsOf) : [])
  const newestProps = { document, wish, caseworker, hasWords: words.length > 0 }
  return (
    <Columns beside={<WordHelp ids={words} />}>
      {newest ? <NewestVersion version={newest} {...newestProps} /> : null}
      <WithheldPart of="document" {...document} askHref={remarkHref('be-om-att-fa-lasa')} />
      {asked ? <div id={receiptId}>{asked}</div> : null}
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

type NewestVersionProps = {
  document: FoundDocument
  version: DocumentVersion
  wish: string | null
  caseworker: string
  hasWords: boolean
}

function NewestVersion({ document, version, wish, caseworker, hasWords }: NewestVersionProps) {
  const { t } = useLanguage()
  const texts = { childText: version.childText, childTextEasy: null }
  const level = readingLevel(wish, document.audience, texts)
  return (
    <>
      <NoteTools levels={levelsOf(texts)} level={level} textId="text" hasWords={hasWords}>
        {document.receiptAsked ? (
          <ChipLink href={`#${receiptId}`}>{t('document:receipt.link')}</ChipLink>
        ) : null}
      </NoteTools>
      {version.content.language === 'sv' ? <WrittenInSwedish name={caseworker} /> : null}
      <ChangeReason version={version} />
      <TextAtLevel
        id="text"
        level={level}
        texts={texts}
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
