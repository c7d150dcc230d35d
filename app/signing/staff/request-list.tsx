import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { fileSize } from '../../i18n/file-size'
import { ButtonLink } from '../../ui/form/button'
import { Facts } from '../../ui/facts'
import { Section } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'
import { Tag } from '../../ui/table'
import type { StaffRequest } from './list-requests'

/** Each person for themself: what is asked, what came of it, and until when they may appeal. */
export function RequestList({ requests }: { requests: readonly StaffRequest[] }) {
  const { t } = useLanguage()
  if (requests.length === 0) return null
  return (
    <Section heading={t('signing:staff.heading')}>
      <Facts
        items={requests.map((one) => ({
          term: `${one.personName} · ${t(`signing:staff.act.${one.act}`)}`,
          value: <RequestState one={one} />,
        }))}
      />
    </Section>
  )
}

export function RequestState({ one }: { one: StaffRequest }) {
  const { t, dates } = useLanguage()
  const canServe = one.act === 'receipt' && ['asked', 'declined', 'expired'].includes(one.state)
  return (
    <div className="grid gap-2">
      <p>
        <Tag tone={one.isOverdue ? 'warn' : one.state === 'signed' ? 'done' : 'plain'}>
          {t(`signing:staff.state.${one.state}`)}
        </Tag>{' '}
        {one.servedOn && one.servedHow
          ? `${t(`signing:staff.how.${one.servedHow}`)} · ${dates.day(one.servedOn)}`
          : dates.when(one.state === 'asked' ? one.askedAt : one.movedAt)}
      </p>
      {one.attestedBy ? <p>{t('decision:paper.by', { name: one.attestedBy })}</p> : null}
      {one.declinedWords ? (
        <p className="written" dir="auto">
          {one.declinedWords}
        </p>
      ) : null}
      {one.lastDays.map(({ title, lastDay }) => (
        <p key={title} className="muted">
          <Swedish>{title}</Swedish> · {t('signing:staff.lastDay', { date: dates.day(lastDay) })}
        </p>
      ))}
      {one.state === 'signed' ? <SealedSignature one={one} /> : null}
      {one.act === 'decision' && ['asked', 'declined'].includes(one.state) ? (
        <p className="actions">
          <ButtonLink href={staffAt.attest(one.id)}>{t('decision:paper.link')}</ButtonLink>
        </p>
      ) : null}
      {canServe ? (
        <p className="actions">
          <ButtonLink href={staffAt.serve(one.id)}>{t('signing:staff.serve.link')}</ButtonLink>
        </p>
      ) : null}
    </div>
  )
}

/** The signature as a file, and how far its seal has come. */
function SealedSignature({ one }: { one: StaffRequest }) {
  const { t, dates, language } = useLanguage()
  const { packageSize, sealedAt, stampedAt } = one
  if (packageSize === null || sealedAt === null)
    return <p className="muted">{t('signing:staff.package.waiting')}</p>
  const sealed = dates.when(sealedAt)
  return (
    <>
      <p className="muted">
        {stampedAt
          ? t('signing:staff.package.stamped', { sealed, stamped: dates.when(stampedAt) })
          : t('signing:staff.package.sealed', { sealed })}
      </p>
      <p className="actions">
        <ButtonLink href={staffAt.package(one.id)}>
          {t('signing:staff.package.link', { size: fileSize(packageSize, language) })}
        </ButtonLink>
      </p>
    </>
  )
}
