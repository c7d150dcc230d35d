import { personAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { ButtonLink } from '../../ui/form/button'
import { Notice } from '../../ui/notice'
import type { SignatureRequest } from '../request/signature-request'
import { OwnPackage } from './own-package'
import { WithdrawConsentForm } from './withdraw-consent-form'

type SignStateProps = { request: SignatureRequest; caseworker: string }

/** Where a request stands, in words. Nothing while it waits for its first answer. */
export function SignState({ request, caseworker }: SignStateProps) {
  const { t, dates } = useLanguage()
  const { state, servedOn, isAnswerable, isJudgedSoon } = request
  const when = dates.when(request.movedAt)
  if (isJudgedSoon) return <Notice tone="info">{t('signing:done.judging')}</Notice>
  if (state === 'signed')
    return (
      <Notice tone="done" heading={t('signing:done.heading')}>
        <p>{t('signing:done.text', { when })}</p>
        {request.act === 'agreement' || request.act === 'noAppeal' ? (
          <p>{t(`signing:done.after.${request.act}`, { name: caseworker })}</p>
        ) : null}
      </Notice>
    )
  if (state === 'declined')
    return (
      <Notice tone="info">
        <p>{t('signing:done.declined', { when })}</p>
        <p>{t(`signing:without.${request.act}`, { name: caseworker })}</p>
        {isAnswerable ? <p>{t('signing:done.changed')}</p> : null}
      </Notice>
    )
  if (state === 'withdrawn')
    return <Notice tone="info">{t('signing:done.withdrawn', { when, name: caseworker })}</Notice>
  if (servedOn)
    return <Notice tone="info">{t('signing:done.otherwise', { date: dates.day(servedOn) })}</Notice>
  if (state === 'asked')
    return isAnswerable ? null : <Notice tone="info">{t('signing:done.closed', { name: caseworker })}</Notice>
  return <Notice tone="info">{t(`signing:done.${state}`, { name: caseworker })}</Notice>
}

type AfterSigningProps = SignStateProps & { isOnDocument?: boolean }

/** What there is to do once the answer has been given. */
export function AfterSigning({ request, caseworker, isOnDocument = false }: AfterSigningProps) {
  const { t } = useLanguage()
  const { id, caseId, documentId, act, state, isAnswerable, parts } = request
  const canAppeal = parts.some(({ lastDay }) => lastDay !== null)
  const canWithdraw = act === 'consent' && state === 'signed'
  if (canWithdraw && !isOnDocument) {
    return (
      <>
        <WithdrawConsentForm request={request} caseworker={caseworker} />
        <OwnPackage request={request} />
      </>
    )
  }
  return (
    <>
      <div className="actions">
        {canAppeal ? (
          <ButtonLink variant="primary" href={personAt.appeal(caseId, documentId, id)}>
            {t('signing:done.appeal')}
          </ButtonLink>
        ) : null}
        {isOnDocument ? null : (
          <ButtonLink
            variant={canAppeal ? 'quiet' : 'secondary'}
            href={personAt.document(caseId, documentId)}
          >
            {t('signing:done.back')}
          </ButtonLink>
        )}
        {isOnDocument && state === 'declined' && isAnswerable ? (
          <ButtonLink variant="quiet" href={personAt.signRequest(caseId, documentId, id)}>
            {t('signing:call.button')}
          </ButtonLink>
        ) : null}
        {isOnDocument && canWithdraw ? (
          <ButtonLink variant="quiet" href={personAt.signRequest(caseId, documentId, id)}>
            {t('signing:withdraw.summary')}
          </ButtonLink>
        ) : null}
      </div>
      <OwnPackage request={request} />
    </>
  )
}
