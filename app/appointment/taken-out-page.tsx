import { personAt } from '../addresses'
import { At } from '../case/at'
import { answererName } from '../case/caseworkers'
import { useLanguage } from '../i18n/language-context'
import { ButtonLink } from '../ui/form/button'
import { Notice } from '../ui/notice'
import { BackLink } from '../ui/page/back-link'
import { PageHeading } from '../ui/page/layout'
import type { TakenOut } from './taken-out'

/** That a time is the reader's no more, and whom to ask. */
export function TakenOutPage({ takenOut: { caseId, startsAt, caseworkers } }: { takenOut: TakenOut }) {
  const { t } = useLanguage()
  const name = answererName(caseworkers) ?? t('case:caseworker.unnamed')
  return (
    <>
      <BackLink href={personAt.appointments(caseId)}>{t('appointment:title')}</BackLink>
      <PageHeading title={<At moment={startsAt} />} />
      <Notice tone="info" heading={t('appointment:takenOut.heading')}>
        <p>{t('appointment:takenOut.text', { name })}</p>
        <p>{t('appointment:takenOut.calendar')}</p>
      </Notice>
      <div className="actions">
        <ButtonLink variant="primary" href={personAt.newQuestion(caseId)}>
          {t('message:ask')}
        </ButtonLink>
      </div>
    </>
  )
}
