import { personAt, type RemarkSlug } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { Columns } from '../ui/page/layout'
import { ChangeReason, EarlierVersions } from './earlier-versions'
import { NoteFacts } from './note-facts'
import { NoteParagraphs } from '../reading/voiced-paragraphs'
import { NoteTools } from '../reading/reading-tools'
import { ProvenanceLines } from './provenance-lines'
import type { FoundNote, NoteVersion } from './read-note'
import { WithMarks } from '../ui/marked-text'
import { levelsOf, readingLevel, type ReadingLevel } from '../reading/reading-level'
import { RemarkWays, Remarks } from '../remark/remarks'
import { TextAtLevel, easierText } from '../reading/text-at-level'
import { WithheldPart } from '../reading/withheld-part'
import { WordHelp, hardWordsIn, marksIn } from '../reading/word-help'
import { Understood } from '../message/understood'
import { WrittenInSwedish } from '../reading/written-in-swedish'

type NotePageProps = {
  note: FoundNote
  /** Newest first. Empty if only the title is shown. */
  versions: readonly NoteVersion[]
  wish: string | null
  /** Given name of the caseworker who answers. */
  caseworker: string
}

export function NotePage({ note, versions, wish, caseworker }: NotePageProps) {
  const [newest, ...earlier] = versions
  const remarkHref = (remark: RemarkSlug) => personAt.remarkOnNote(note.caseId, note.id, remark)
  const { language } = useLanguage()
  const level = newest ? readingLevel(wish, { audience: note.audience, language }, newest) : 'written'
  const texts = newest ? [easierText(level, newest) ?? '', ...newest.paragraphs.map(({ text }) => text)] : []
  const [words, marks] = [hardWordsIn(texts), marksIn(texts)]
  return (
    <Columns
      beside={
        <>
          <WordHelp ids={words} marks={marks} />
          {newest && note.level === 'full' ? <NoteFacts note={note} version={newest} /> : null}
        </>
      }
    >
      {newest ? (
        <WithMarks marks={marks}>
          <NewestVersion note={note} version={newest} level={level} hasWords={words.length > 0} />
        </WithMarks>
      ) : null}
      <WithheldPart of="note" {...note} askHref={remarkHref('be-om-att-fa-lasa')} />
      {newest ? <ProvenanceLines note={note} version={newest} /> : null}
      {newest ? (
        <Understood
          onHref={personAt.notes(note.caseId)}
          askHref={personAt.askAboutNote(note.caseId, note.id)}
        />
      ) : null}
      {newest ? <RemarkWays hrefOf={remarkHref} /> : null}
      <Remarks remarks={note.remarks} caseworker={caseworker} />
      <EarlierVersions versions={earlier} author={note.authorGivenName} />
    </Columns>
  )
}

type NewestVersionProps = { note: FoundNote; version: NoteVersion; level: ReadingLevel; hasWords: boolean }

function NewestVersion({ note, version, level, hasWords }: NewestVersionProps) {
  const { t } = useLanguage()
  const { isOwn, authorGivenName, childName } = note
  return (
    <>
      <NoteTools levels={levelsOf(version)} level={level} textId="text" hasWords={hasWords} />
      <WrittenInSwedish name={authorGivenName} />
      <ChangeReason version={version} />
      <TextAtLevel
        id="text"
        level={level}
        texts={version}
        label={
          isOwn
            ? t('note:childText.own', { name: authorGivenName })
            : t('note:childText.child', { name: childName })
        }
        written={
          <NoteParagraphs
            paragraphs={version.paragraphs}
            author={authorGivenName}
            askHref={(paragraph) => personAt.askAboutNote(note.caseId, note.id, paragraph)}
          />
        }
        writtenLabel={t('note:written')}
      />
    </>
  )
}
