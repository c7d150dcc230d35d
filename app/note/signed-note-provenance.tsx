import { useLanguage } from '../i18n/language-context'
import { Provenance } from '../ui/voice'
import type { SignedVersion } from './read-signed-note'

export function SignedNoteProvenance({ version }: { version: SignedVersion }) {
  const { t, dates } = useLanguage()
  const { origin, transcribedBy, editedWords, signedBy, signedAt, readBackTo, audioErasedAt } = version
  return (
    <Provenance>
      <p>{t(`staff:note.provenance.${origin}`)}</p>
      {transcribedBy ? (
        <p>
          {t('staff:note.provenance.engine')} <bdi dir="ltr">{transcribedBy}</bdi>
        </p>
      ) : null}
      {editedWords === null ? null : <p>{t('staff:note.provenance.edited', { count: editedWords })}</p>}
      <p>{t('staff:note.provenance.reviewed', { name: signedBy, when: dates.when(signedAt) })}</p>
      {readBackTo ? <p>{t('staff:note.provenance.readBack', { name: readBackTo })}</p> : null}
      {audioErasedAt ? (
        <p>{t('staff:note.provenance.erased', { when: dates.when(audioErasedAt) })}</p>
      ) : origin === 'spoken' ? (
        <p>{t('staff:note.provenance.kept')}</p>
      ) : null}
    </Provenance>
  )
}
