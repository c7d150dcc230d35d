import { personAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { Button, ButtonLink } from '../../ui/form/button'
import { OwnForm } from '../../ui/form/own-form'
import { TextArea } from '../../ui/form/text-area'
import { Disclose } from '../../ui/disclose'
import { Facts } from '../../ui/facts'
import { Section } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'
import { fingerprintOf } from '../fingerprint'
import { longestDecline } from '../request/decline-limit'
import type { SignatureRequest } from '../request/signature-request'
import { AnswerBy } from './answer-by'

type SignPageProps = {
  request: SignatureRequest
  /** What the app will show, in Swedish. */
  visibleText: string
  caseworker: string
  declined?: { words: string; error: string } | undefined
}

/** What a signature means and does not mean, what is signed, and then the button. */
export function SignPage({ request, visibleText, caseworker, declined }: SignPageProps) {
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
      {request.state === 'asked' ? <Decline request={request} declined={declined} /> : null}
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
      <Disclose summary={t('signing:what.inApp')}>
        <p className="muted">{t('signing:what.inAppHint')}</p>
        <p className="in-app" lang="sv" dir="ltr">
          {visibleText}
        </p>
      </Disclose>
    </Section>
  )
}

/** To say no is an answer: nobody has to say why. */
function Decline({ request, declined }: Pick<SignPageProps, 'request' | 'declined'>) {
  const { t } = useLanguage()
  return (
    <details className="disclose" open={declined !== undefined}>
      <summary>{t('signing:decline.summary')}</summary>
      <OwnForm className="form disclose-body">
        <input type="hidden" name="request" value={request.id} />
        <input type="hidden" name="step" value="decline" />
        <TextArea
          name="words"
          label={t('signing:decline.label')}
          hint={t('signing:decline.hint')}
          maxLength={longestDecline}
          rows={4}
          value={declined?.words}
          error={declined?.error}
          isOptional
          isDraft
        />
        <div className="actions">
          <Button>{t('signing:decline.button')}</Button>
        </div>
      </OwnForm>
    </details>
  )
}
