import { useLanguage } from '../i18n/language-context'
import { Facts } from '../ui/facts'
import { Section } from '../ui/page/layout'
import { Swedish } from '../ui/swedish'
import type { SignedNoteData } from './read-signed-note'

/** Facts that the record must contain (HSLF-FS 2014:5). */
export function SignedNoteFacts({ note }: { note: SignedNoteData }) {
  const { t, dates } = useLanguage()
  const { eventAt, recordedAt, newest, participants, source, bbicAreas } = note
  const items = [
    { term: t('staff:note.facts.event'), value: dates.exact(eventAt) },
    ...(recordedAt ? [{ term: t('staff:note.facts.recorded'), value: dates.exact(recordedAt) }] : []),
    { term: t('staff:note.facts.signed'), value: `${dates.exact(newest.signedAt)}, ${newest.signedBy}` },
    ...(participants
      ? [{ term: t('staff:note.facts.participants'), value: <Swedish>{participants}</Swedish> }]
      : []),
    ...(source ? [{ term: t('staff:note.facts.source'), value: <Swedish>{source}</Swedish> }] : []),
    ...childHeard(note).map((key) => ({
      term: t('staff:note.facts.child'),
      value: (
        <>
          {t(key)} {note.childNotHeardReason ? <Swedish>{note.childNotHeardReason}</Swedish> : null}
        </>
      ),
    })),
    ...(bbicAreas.length > 0
      ? [
          {
            term: t('staff:note.facts.areas'),
            value: bbicAreas.map((area) => t(`note:area.${area}`)).join(', '),
          },
        ]
      : []),
  ]
  return (
    <Section heading={t('staff:note.facts.heading')}>
      <Facts items={items} />
    </Section>
  )
}

/** Empty for old notes, where this was not recorded. */
function childHeard({ childPresent }: SignedNoteData): string[] {
  if (childPresent === null) return []
  return [childPresent ? 'staff:note.facts.childPresent' : 'staff:note.facts.childAbsent']
}
