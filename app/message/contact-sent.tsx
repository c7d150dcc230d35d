import { personAt } from '../addresses'
import { Caseworkers, answererName } from '../case/caseworkers'
import { useLanguage } from '../i18n/language-context'
import { ButtonLink } from '../ui/form/button'
import { Notice } from '../ui/notice'
import type { ContactCase } from './contact-request'

type ContactSentProps = { asked: ContactCase; municipalityPhone: string }

/** What happens next, and by when. */
export function ContactSent({ asked, municipalityPhone }: ContactSentProps) {
  const { t, dates } = useLanguage()
  const name = answererName(asked.caseworkers) ?? t('case:caseworker.unnamed')
  return (
    <>
      <Notice tone="done" heading={t('message:contact.sent.heading')}>
        <p>{t('message:contact.sent.next', { name })}</p>
        <p>
          {asked.answerBy
            ? t('message:contact.sent.by', { date: dates.day(asked.answerBy) })
            : t('message:contact.sent.wait')}
        </p>
      </Notice>
      <Caseworkers {...asked} municipalityPhone={municipalityPhone} />
      <div className="actions">
        {asked.threadId ? (
          <ButtonLink href={personAt.thread(asked.id, asked.threadId)}>
            {t('message:contact.sent.see')}
          </ButtonLink>
        ) : null}
        <ButtonLink variant="quiet" href={personAt.home}>
          {t('message:contact.sent.home')}
        </ButtonLink>
      </div>
    </>
  )
}
