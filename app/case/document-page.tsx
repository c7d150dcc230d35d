import { useLanguage } from '../i18n/language-context'
import { ChangeReason } from '../note/earlier-versions'
import { NoteTools } from '../note/note-tools'
import { WithheldPart } from '../note/withheld-part'
import { WordHelp, hardWordsIn } from '../note/word-help'
import { WrittenInSwedish } from '../note/written-in-swedish'
import { ButtonLink } from '../ui/button'
import { Disclose } from '../ui/disclose'
import { DocumentText } from '../ui/document-text'
import { Section } from '../ui/layout'
import { DocumentInChildWords } from './document-in-child-words'
import type { DocumentVersion, FoundDocument } from './read-document'
import { ReceiptInfo } from './receipt-info'

type DocumentPageProps = {
  document: FoundDocument
  /** Newest first; none where only the title is told. */
  versions: readonly DocumentVersion[]
  /** Given name of who answers. */
  caseworker: string
}

/** The document itself, with everything that belongs to its text. */
export function DocumentPage({ document, versions, caseworker }: DocumentPageProps) {
  const { t } = useLanguage()
  const [newest, ...earlier] = versions
  const at = `/arenden/${document.caseId}/dokument/${document.id}`
  return (
    <>
      {document.receiptAsked ? <ReceiptInfo caseworker={caseworker} /> : null}
      {newest ? <NewestVersion document={document} version={newest} caseworker={caseworker} /> : null}
      <WithheldPart
        of="document"
        level={document.level}
        ground={document.ground}
        reviewOn={document.reviewOn}
        askHref={`${at}/be-om-att-fa-lasa`}
      />
      {newest ? (
        <div className="actions">
          <ButtonLink href={`${at}/stammer-inte`}>{t('note:remark.kind.disputedFact')}</ButtonLink>
          <ButtonLink variant="quiet" href={`${at}/kommentar`}>
            {t('note:remark.write')}
          </ButtonLink>
        </div>
      ) : null}
      <EarlierDocuments versions={earlier} />
    </>
  )
}

type NewestProps = { document: FoundDocument; version: DocumentVersion; caseworker: string }

function NewestVersion({ document, version, caseworker }: NewestProps) {
  const words = hardWordsIn(version.sections.flatMap(({ paragraphs }) => paragraphs))
  const sheet = <DocumentText lang="sv" id="text" sections={version.sections} />
  return (
    <>
      <NoteTools levels={[]} level="written" textId="text" wordsId={words.length > 0 ? 'ordhjalp' : undefined} />
      <WrittenInSwedish name={caseworker} />
      <ChangeReason version={version} />
      <DocumentInChildWords document={document} version={version} sheet={sheet} />
      <WordHelp ids={words} id="ordhjalp" />
    </>
  )
}

function EarlierDocuments({ versions }: { versions: readonly DocumentVersion[] }) {
  const { t, dates } = useLanguage()
  if (versions.length === 0) return null
  return (
    <Section heading={t('note:versions.heading')}>
      <div>
        {versions.map((version) => (
          <Disclose
            key={version.number}
            summary={t('note:versions.one', { number: version.number, when: dates.when(version.signedAt) })}
          >
            <ChangeReason version={version} />
            <DocumentText lang="sv" sections={version.sections} />
          </Disclose>
        ))}
      </div>
    </Section>
  )
}
