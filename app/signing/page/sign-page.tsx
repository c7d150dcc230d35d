import { personAt } from '../../addresses'
import type { ShownDraft } from '../../draft/draft-parts'
import { useLanguage } from '../../i18n/language-context'
import { Button, ButtonLink } from '../../ui/form/button'
import { OwnForm } from '../../ui/form/own-form'
import { Facts } from '../../ui/facts'
import { Section } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'
import { fingerprintOf } from '../fingerprint'
import type { SignatureRequest } from '../request/signature-request'
import { AnswerBy } from './answer-by'
import { DeclineForm, type Declined } from './decline-form'
import { InAppText } from './in-app-text'

type SignPageProps = {
  request: SignatureRequest
  /** What the app will show, in Swedish. */
  visibleText: string
  caseworker: string
  /** Of a no, and what has been written of why. */
  begun: ShownDraft & { text: string }
  declined?: Declined | undefined
}

/** What a signature means and does not mean, what is signed, and then the button. */
export function SignPage({ request, visibleText, caseworker, begun, declined }: SignPageProps) {
  const { t } = useLanguage()
  const { act } = request
  const meaning = (what: 'means' | 'meansNot' | 'without') => ({
    term: t(`signing:${what}.term`),
    value: t(`signing:${what}.${act}`, { name: caseworker }),
  })
  return (
    <>
      <Facts items={[meaning('means'), meaning('meansNot'), meaning('without')]} />
      <AnswerBy request={request} />
      <WhatIsSigned request={request} visibleText={visibleText} />
      <OwnForm className="form">
        <input type="hidden" name="request" value={request.id} />
        <input type="hidden" name="step" value="sign" />
        <p className="muted">{t('signing:alone')}</p>
        <div className="actions">
          <Button variant="primary">{t('signing:button')}</Button>
        </div>
      </OwnForm>
      {request.state === 'asked' ? (
        <DeclineForm requestId={request.id} declined={declined} begun={begun} />
      ) : null}
    </>
  )
}

type WhatIsSignedProps = Pick<SignPageProps, 'request' | 'visibleText'>

function WhatIsSigned({ request, visibleText }: WhatIsSignedProps) {
  const { t, dates } = useLanguage()
  const { caseId, documentId } = request
  return (
    <Section heading={t('signing:what.heading')}>
      <Facts
        items={[
          { term: t('signing:what.document'), value: <Swedish>{request.title}</Swedish> },
          { term: t('signing:what.dated'), value: dates.day(request.datedOn) },
          {
            term: t('signing:what.fingerprint'),
            value: <bdi className="fingerprint">{fingerprintOf(request.sha256)}</bdi>,
          },
        ]}
      />
      <p className="actions">
        <ButtonLink href={personAt.document(caseId, documentId)}>{t('signing:what.read')}</ButtonLink>
        <ButtonLink variant="quiet" href={personAt.documentFile(caseId, documentId)}>
          {t('signing:what.file')}
        </ButtonLink>
      </p>
      <InAppText visibleText={visibleText} />
    </Section>
  )
}
