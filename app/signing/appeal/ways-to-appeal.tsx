import { personAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { ButtonLink } from '../../ui/form/button'
import { LinkList, LinkRow } from '../../ui/link-list'
import { Notice } from '../../ui/notice'
import { Section } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'
import type { SignatureRequest } from '../request/signature-request'
import { appealTime, lastDayOf } from './appeal-time'

type WayToAppealProps = { request: SignatureRequest; /** 'YYYY-MM-DD' */ today: string }

/** On the page of a decision: that it can be appealed, until when, and where. */
export function WayToAppeal({ request, today }: WayToAppealProps) {
  const { t } = useLanguage()
  return (
    <Section heading={t('signing:appeal.heading')}>
      <TimeAndLink request={request} today={today} />
    </Section>
  )
}

/** Where somebody says that a decision is not right: that this does not appeal it, and what does. */
export function NotAnAppeal({ request, today }: WayToAppealProps) {
  const { t } = useLanguage()
  return (
    <Notice tone="info" heading={t('signing:appeal.notThis.heading')}>
      <p>{t('signing:appeal.notThis.text')}</p>
      <TimeAndLink request={request} today={today} />
    </Notice>
  )
}

function TimeAndLink({ request, today }: WayToAppealProps) {
  const { t, dates } = useLanguage()
  return (
    <>
      <p>{appealTime({ t, dates }, lastDayOf(request), today)}</p>
      <div className="actions">
        <ButtonLink href={personAt.appeal(request.caseId, request.documentId, request.id)}>
          {t('signing:done.appeal')}
        </ButtonLink>
      </div>
    </>
  )
}

type WaysToAppealProps = { requests: readonly SignatureRequest[]; today: string }

/** On the page that says how one appeals: each decision of the case that the reader may appeal. */
export function WaysToAppeal({ requests, today }: WaysToAppealProps) {
  const { t, dates } = useLanguage()
  if (requests.length === 0) return null
  return (
    <Section heading={t('signing:appeal.can')}>
      <LinkList>
        {requests.map((request) => (
          <LinkRow
            key={request.id}
            href={personAt.appeal(request.caseId, request.documentId, request.id)}
            title={<Swedish>{request.title}</Swedish>}
            detail={appealTime({ t, dates }, lastDayOf(request), today)}
          />
        ))}
      </LinkList>
    </Section>
  )
}
