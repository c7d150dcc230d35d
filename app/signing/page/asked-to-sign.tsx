import { personAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { ButtonLink } from '../../ui/form/button'
import { Section } from '../../ui/page/layout'
import type { SignatureRequest } from '../request/signature-request'
import { AfterSigning, SignState } from './sign-state'

type AskedToSignProps = { request: SignatureRequest; caseworker: string }

/** On the document's page: that a signature is asked for, and where; or what came of it. */
export function AskedToSign({ request, caseworker }: AskedToSignProps) {
  const { t } = useLanguage()
  if (request.state !== 'asked' || !request.isAnswerable || request.isJudgedSoon) {
    return (
      <Section heading={t(`signing:heading.${request.act}`)}>
        <SignState request={request} caseworker={caseworker} />
        <AfterSigning request={request} isOnDocument />
      </Section>
    )
  }
  return (
    <Section heading={t(`signing:heading.${request.act}`)}>
      <p>{t('signing:call.text')}</p>
      <div className="actions">
        <ButtonLink variant="primary" href={personAt.sign(request.caseId, request.documentId)}>
          {t('signing:call.button')}
        </ButtonLink>
      </div>
    </Section>
  )
}
