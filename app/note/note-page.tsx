import { useLanguage } from '../i18n/language-context'
import { ButtonLink } from '../ui/button'
import { ChangeReason, EarlierVersions } from './earlier-versions'
import { NoteFacts } from './note-facts'
import { NoteText } from './note-text'
import { NoteTools } from './note-tools'
import { ProvenanceLines } from './provenance-lines'
import type { FoundNote, NoteVersion } from './read-note'
import { levelsOf, readingLevel } from './reading-level'
import { WithheldPart } from './withheld-part'
import { WordHelp, hardWordsIn } from './word-help'
import { WrittenInSwedish } from './written-in-swedish'

type NotePageProps = {
  note: FoundNote
  /** Newest first; none where only the title is told. */
  versions: readonly NoteVersion[]
  wish: string | null
}

/** The note itself, with everything that belongs to its text. */
export function NotePage({ note, versions, wish }: NotePageProps) {
  const { t } = useLanguage()
  const [newest, ...earlier] = versions
  const at = `/arenden/${note.caseId}/anteckningar/${note.id}`
  return (
    <>
      {newest ? <NewestVersion note={note} version={newest} wish={wish} /> : null}
      <WithheldPart
        of="note"
        level={note.level}
        ground={note.ground}
        reviewOn={note.reviewOn}
        askHref={`${at}/be-om-att-fa-lasa`}
      />
      {newest ? <ProvenanceLines note={note} version={newest} /> : null}
      {newest ? (
        <div className="actions">
          <ButtonLink href={`${at}/stammer-inte`}>{t('note:remark.kind.disputedFact')}</ButtonLink>
          <ButtonLink variant="quiet" href={`${at}/kommentar`}>
            {t('note:remark.write')}
          </ButtonLink>
        </div>
      ) : null}
      {newest && note.level === 'full' ? <NoteFacts note={note} version={newest} /> : null}
      <EarlierVersions versions={earlier} author={note.authorGivenName} />
    </>
  )
}

function NewestVersion({ note, version, wish }: { note: FoundNote; version: NoteVersion; wish: string | null }) {
  const level = readingLevel(wish, note.audience, version)
  const words = hardWordsIn(version.paragraphs.map(({ text }) => text))
  return (
    <>
      <NoteTools
        levels={levelsOf(version)}
        level={level}
        textId="text"
        wordsId={words.length > 0 ? 'ordhjalp' : undefined}
      />
      <WrittenInSwedish name={note.authorGivenName} />
      <ChangeReason version={version} />
      <NoteText note={note} version={version} level={level} id="text" />
      <WordHelp ids={words} id="ordhjalp" />
    </>
  )
}
