import { staffAt } from '../../addresses'
import type { DocumentContent } from '../../document/content/content'
import { DocumentBody } from '../../document/content/document-body'
import { useLanguage } from '../../i18n/language-context'
import { Facts } from '../../ui/facts'
import { Button, ButtonLink } from '../../ui/form/button'
import { OwnForm } from '../../ui/form/own-form'
import { Section } from '../../ui/page/layout'
import { fingerprintOf } from '../fingerprint'
import { DeclineForm, type Declined } from '../page/decline-form'
import { InAppText } from '../page/in-app-text'
import { DecisionFacts, FollowingDays } from './decision-facts'
import type { Decision, Following } from './decisions'

type DecisionPageProps = {
  decision: Decision
  decidesAs: string
  content: DocumentContent
  following: readonly Following[]
}

/** What is decided, why, and what follows from it. */
export function DecisionPage({ decision, decidesAs, content, following }: DecisionPageProps) {
  const { t } = useLanguage()
  return (
    <>
      <DecisionFacts decision={decision} decidesAs={decidesAs} />
      <Section heading={t('decision:text.heading')}>
        <DocumentBody content={content} />
        <p className="actions">
          <ButtonLink href={staffAt.decisionFile(decision.id)}>{t('signing:what.file')}</ButtonLink>
        </p>
      </Section>
      <FollowingDays following={following} />
    </>
  )
}

type DecideProps = { decision: Decision; visibleText: string; declined: Declined | undefined }

/** What signing means and does not mean, and then the button. */
export function Decide({ decision, visibleText, declined }: DecideProps) {
  const { t } = useLanguage()
  return (
    <Section heading={t('signing:heading.decision')}>
      <Facts
        items={[
          { term: t('signing:means.term'), value: t('decision:means') },
          { term: t('signing:meansNot.term'), value: t('decision:meansNot') },
          { term: t('signing:without.term'), value: t('decision:without', { name: decision.askedBy }) },
          {
            term: t('signing:what.fingerprint'),
            value: <bdi className="fingerprint">{fingerprintOf(decision.sha256)}</bdi>,
          },
        ]}
      />
      <InAppText visibleText={visibleText} />
      <OwnForm className="form">
        <input type="hidden" name="step" value="sign" />
        <div className="actions">
          <Button variant="primary">{t('signing:button')}</Button>
        </div>
      </OwnForm>
      {decision.state === 'asked' ? <DeclineForm requestId={decision.id} declined={declined} /> : null}
    </Section>
  )
}
