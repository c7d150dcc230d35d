import { useLanguage } from '../i18n/language-context'
import { ErrorPage } from '../ui/error-page'
import { Section } from '../ui/layout'
import { useVisitor } from '../visitor-context'
import type { SignInOutcome } from './sign-in-outcome'

const beginAgain: SignInOutcome = { outcome: 'lost', code: 400, tryAgain: '/logga-in', contacts: [] }

/**
 * Nobody was let in: why, in a sentence, and what to do now.
 * @param props.ended undefined when somebody opens the address by itself or comes back to it
 */
export function SignInOutcomePage({ ended = beginAgain }: { ended: SignInOutcome | undefined }) {
  const { outcome, code, tryAgain, contacts } = ended
  const { t } = useLanguage()
  const { requestId } = useVisitor()
  const isWorthAnotherTry = !['unknown', 'unknownStaff', 'readsWithAdult'].includes(outcome)
  return (
    <>
      <ErrorPage
        code={code}
        heading={t(`access:outcome.${outcome}.heading`)}
        text={t(`access:outcome.${outcome}.text`)}
        errorId={requestId}
        action={isWorthAnotherTry ? { href: tryAgain, label: t('access:outcome.again') } : undefined}
      />
      {contacts.length > 0 ? (
        <Section heading={t('access:contact.heading')}>
          <ul className="steps">
            {contacts.map(({ name, phone }) => (
              <li key={name}>
                <bdi lang="sv">{name}</bdi>: <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}><bdi dir="ltr">{phone}</bdi></a>
              </li>
            ))}
          </ul>
          <p>{t('access:contact.urgent')}</p>
          {outcome === 'readsWithAdult' ? <p>{t('access:contact.child')}</p> : null}
        </Section>
      ) : null}
    </>
  )
}
