import { useLanguage } from '../i18n/language-context'
import { Disclose } from '../ui/disclose'
import { Facts } from '../ui/facts'
import { Swedish } from '../ui/swedish'
import type { FoundNote, NoteVersion } from './read-note'

/** Source and subject, which the record must contain (HSLF-FS 2014:5). */
export function NoteFacts({ note, version }: { note: FoundNote; version: NoteVersion }) {
  const { t, dates } = useLanguage()
  const { source, bbicAreas } = version
  const items = [
    { term: t('note:facts.kind'), value: t(`note:kind.${note.kind}`) },
    { term: t('note:facts.event'), value: dates.exact(note.eventAt) },
    { term: t('note:facts.signed'), value: dates.exact(version.signedAt) },
    ...(source ? [{ term: t('note:facts.source'), value: <Swedish>{source}</Swedish> }] : []),
    ...(bbicAreas.length > 0
      ? [{ term: t('note:facts.areas'), value: bbicAreas.map((area) => t(`note:area.${area}`)).join(', ') }]
      : []),
  ]
  return (
    <Disclose summary={t('note:facts.heading')}>
      <Facts items={items} />
    </Disclose>
  )
}
