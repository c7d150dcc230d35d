import { personAt } from '../addresses'
import type { Audience } from '../../db/roles'
import { ThreadSubject } from '../case/thread-subject'
import { useLanguage } from '../i18n/language-context'
import { itemTitle } from '../reading/item-title'
import { Swedish } from '../ui/swedish'
import type { UnsendableTo } from './unsendable-draft'

type ShownTo =
  Exclude<UnsendableTo, { to: 'meeting' }> | { to: 'meeting'; id: string; startsAt: string | Date }

type UnsendableToLineProps = { caseId: string; audience: Audience; about: ShownTo }

/** What the words were about, with the way there. */
export function UnsendableToLine({ caseId, audience, about }: UnsendableToLineProps) {
  const { t } = useLanguage()
  return (
    <p>
      {t('message:unsendable.about')} <Thing caseId={caseId} audience={audience} about={about} />
    </p>
  )
}

function Thing({ caseId, audience, about }: UnsendableToLineProps) {
  const { t, dates } = useLanguage()
  if (about.to === 'meeting') {
    const when = { day: dates.day(about.startsAt), time: dates.time(about.startsAt) }
    return <a href={personAt.appointment(caseId, about.id)}>{t('appointment:at', when)}</a>
  }
  if (about.to === 'thread') {
    return (
      <a href={personAt.thread(caseId, about.id)}>
        <ThreadSubject kind={about.kind} subject={about.subject} />
      </a>
    )
  }
  const { what, id } = about.item
  return (
    <a href={what === 'note' ? personAt.note(caseId, id) : personAt.document(caseId, id)}>
      <Swedish>{itemTitle(about.item, audience)}</Swedish>
    </a>
  )
}
