import { useLanguage } from '../i18n/language-context'
import { Provenance } from '../ui/voice'
import type { FoundNote, NoteVersion } from './read-note'

type ProvenanceLinesProps = { note: FoundNote; version: NoteVersion }

export function ProvenanceLines({ note, version }: ProvenanceLinesProps) {
  const { t, dates } = useLanguage()
  const { origin, signedAt, readBackTo, audioErasedAt } = version
  if (!origin) return null
  const name = note.authorGivenName
  const isYou = note.isOwn && readBackTo === note.childName
  return (
    <Provenance>
      <p>{t(`note:provenance.${origin}`, { name, when: dates.when(signedAt) })}</p>
      {readBackTo ? (
        <p>{isYou ? t('note:provenance.readToYou') : t('note:provenance.readTo', { name: readBackTo })}</p>
      ) : null}
      {audioErasedAt ? <p>{t('note:provenance.erased', { date: dates.short(audioErasedAt) })}</p> : null}
    </Provenance>
  )
}
