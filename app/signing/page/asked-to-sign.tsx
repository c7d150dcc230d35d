import { personAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { ButtonLink } from '../../ui/form/button'
import { Section } from '../../ui/page/layout'
import type { SignatureRequest } from '../request/signature-request'
import { AnswerBy } from './answer-by'
import { AfterSigning, SignState } from './sign-state'

type AskedToSignProps = { requests: readonly SignatureRequest[]; caseworker: string }

/** On the document's page: that signatures are asked for, and where; or what came of each. */
export function AskedToSign({ requests, caseworker }: AskedToSignProps) {
  // One filled button on a page: for what is asked first.
  const [first] = requests
  return requests.map((request) => (
    <OneRequest key={request.id} request={request} caseworker={caseworker} isFirst={request === first} />
  ))
}

type OneRequestProps = { request: SignatureRequest; caseworker: string; isFirst: boolean }

function OneRequest({ request, caseworker, isFirst }: OneRequestProps) {
  const { t } = useLanguage()
  if (request.state !== 'asked' || !request.isAnswerable || request.isJudgedSoon) {
    return (
      <Section heading={t(`signing:heading.${request.act}`)}>
        <SignState request={request} caseworker={caseworker} />
        <AfterSigning request={request} caseworker={caseworker} isOnDocument />
      </Section>
    )
  }
  return (
    // A call to press something here is nothing on paper.
    <div className="not-on-paper">
      <Section heading={t(`signing:heading.${request.act}`)}>
        <p>{t(`signing:call.${request.act}`)}</p>
        <AnswerBy request={request} />
        <div className="actions">
          <ButtonLink
            variant={isFirst ? 'primary' : 'secondary'}
            href={personAt.signRequest(request.caseId, request.documentId, request.id)}
          >
            {t('signing:call.button')}
          </ButtonLink>
        </div>
      </Section>
    </div>
  )
}
