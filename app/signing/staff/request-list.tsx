import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { fileSize } from '../../i18n/file-size'
import { ButtonLink } from '../../ui/form/button'
import { Facts } from '../../ui/facts'
import { Section } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'
import { Tag } from '../../ui/table'
import type { StaffRequest } from './list-requests'

type RequestListProps = {
  requests: readonly StaffRequest[]
  /** Null when there is nobody to ask. */
  askHref: string | null
}

/** Each person for themself: what is asked, what came of it, and until when they may appeal. */
export function RequestList({ requests, askHref }: RequestListProps) {
  const { t } = useLanguage()
  if (requests.length === 0 && !askHref) return null
  return (
    <Section heading={t('signing:staff.heading')}>
      <Facts
        items={requests.map((one) => ({
          term: `${one.personName} · ${t(`signing:staff.act.${one.act}`)}`,
          value: <RequestState one={one} hasLinks />,
        }))}
      />
      {askHref ? (
        <p className="actions">
          <ButtonLink href={askHref}>{t('signing:staff.ask.link')}</ButtonLink>
        </p>
      ) : null}
    </Section>
  )
}

type RequestStateProps = {
  one: StaffRequest
  /** On a page of its own there is nowhere to go. */
  hasLinks?: boolean
}

export function RequestState({ one, hasLinks = false }: RequestStateProps) {
  const { t, dates } = useLanguage()
  const isOpen = one.state === 'asked' || one.state === 'declined'
  const canServe = one.act === 'receipt' && ['asked', 'declined', 'expired'].includes(one.state)
  return (
    <div className="grid gap-2">
      <p>
        <Tag tone={toneOf(one)}>{t(`signing:staff.state.${one.state}`)}</Tag>{' '}
        {one.servedOn && one.servedHow
          ? `${t(`signing:staff.how.${one.servedHow}`)} · ${dates.day(one.servedOn)}`
          : dates.when(one.state === 'asked' ? one.askedAt : one.movedAt)}
      </p>
      {one.attestedBy ? <p>{t('decision:paper.by', { name: one.attestedBy })}</p> : null}
      {isOpen && one.answerOn ? (
        <p className="muted">{t('signing:staff.answerBy', { date: dates.day(one.answerOn) })}</p>
      ) : null}
      {one.remindedAt ? (
        <p className="muted">{t('signing:staff.reminded', { when: dates.when(one.remindedAt) })}</p>
      ) : null}
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
      {one.appealedOn ? <p>{t('signing:staff.appeal.came', { date: dates.day(one.appealedOn) })}</p> : null}
      {isSealed(one) ? <SealedSignature one={one} /> : null}
      {hasLinks ? <RequestLinks one={one} canServe={canServe} isOpen={isOpen} /> : null}
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

/** A decision that was signed on paper has no file. */
const isSealed = ({ state, attestedBy }: StaffRequest) =>
  (state === 'signed' || state === 'withdrawn') && attestedBy === null

type RequestLinksProps = { one: StaffRequest; canServe: boolean; isOpen: boolean }

function RequestLinks({ one, canServe, isOpen }: RequestLinksProps) {
  const { t } = useLanguage()
  const canOpen = one.act !== 'receipt' && (isOpen || asksForNote(one))
  const canAttest = one.act === 'decision' && isOpen
  if (!canServe && !canOpen && !canAttest && one.act !== 'receipt') return null
  return (
    <p className="actions">
      {canServe ? (
        <ButtonLink href={staffAt.serve(one.id)}>{t('signing:staff.serve.link')}</ButtonLink>
      ) : null}
      {canAttest ? <ButtonLink href={staffAt.attest(one.id)}>{t('decision:paper.link')}</ButtonLink> : null}
      {canOpen ? (
        <ButtonLink href={staffAt.request(one.id)}>{t('signing:staff.request.link')}</ButtonLink>
      ) : null}
      {one.act === 'receipt' ? (
        <ButtonLink variant="quiet" href={staffAt.appealReceived(one.id)}>
          {t(one.appealedOn ? 'signing:staff.appeal.open' : 'signing:staff.appeal.link')}
        </ButtonLink>
      ) : null}
    </p>
  )
}

/** An answer that asks something of staff, and that nobody has seen. */
export const asksForNote = ({ act, state, isNoted }: StaffRequest) =>
  act !== 'receipt' && !isNoted && (state === 'declined' || state === 'withdrawn')

function toneOf(one: StaffRequest): 'warn' | 'done' | 'plain' {
  if (one.isOverdue || asksForNote(one)) return 'warn'
  return one.state === 'signed' ? 'done' : 'plain'
}
