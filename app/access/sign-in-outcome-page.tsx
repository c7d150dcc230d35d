import { publicAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { ErrorPage } from '../ui/page/error-page'
import { HelpLines } from '../ui/help-lines'
import { PageHeading, Section } from '../ui/page/layout'
import { useVisitor } from '../visitor/visitor-context'
import type { SignInOutcome } from './sign-in-outcome'
import { phoneHref } from '../ui/phone-href'

const beginAgain: SignInOutcome = { outcome: 'lost', code: 400, tryAgain: publicAt.signIn, contacts: [] }
const helpedByAnotherTry = ['cancelled', 'lost', 'levelTooLow', 'brokerAway', 'failed', 'tooManyTries']

/** @param props.ended undefined when the address is opened directly */
export function SignInOutcomePage({ ended = beginAgain }: { ended: SignInOutcome | undefined }) {
  const { t } = useLanguage()
  const { requestId } = useVisitor()
  const { outcome, code, tryAgain } = ended
  const heading = t(`access:outcome.${outcome}.heading`)
  const text = t(`access:outcome.${outcome}.text`)
  // For a child who reads with an adult nothing has failed, so no error number is shown.
  if (outcome === 'readsWithAdult') {
    return (
      <>
        <PageHeading title={heading} lead={text} />
        <Contacts {...ended} />
      </>
    )
  }
  return (
    <>
      <ErrorPage
        code={code}
        heading={heading}
        text={text}
        errorId={requestId}
        action={
          helpedByAnotherTry.includes(outcome)
            ? { href: tryAgain, label: t('access:outcome.again') }
            : undefined
        }
      />
      <Contacts {...ended} />
    </>
  )
}

function Contacts({ contacts }: SignInOutcome) {
  const { t } = useLanguage()
  if (contacts.length === 0) return null
  return (
    <>
      <Section heading={t('access:contact.heading')}>
        <ul className="steps">
          {contacts.map(({ name, phone }) => (
            <li key={name}>
              <bdi lang="sv">{name}</bdi>:{' '}
              <a href={phoneHref(phone)}>
                <bdi dir="ltr" className="whitespace-nowrap">
                  {phone}
                </bdi>
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <Section heading={t('ui:help.heading')}>
        <HelpLines emergency={null} isForYoung withHealth />
      </Section>
    </>
  )
}
