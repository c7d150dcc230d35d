import { personAt } from '../addresses'
import { answererName } from '../case/caseworkers'
import { useLanguage } from '../i18n/language-context'
import { Notice } from '../ui/notice'
import type { ContactCase } from './contact-request'

type ContactWaitsProps = {
  waiting: ContactCase
  /** Else it is said whom it is about. */
  isOnly: boolean
}

/** Who has asked already is told so, and by when they are answered, in the place of a form to ask again. */
export function ContactWaits({ waiting, isOnly }: ContactWaitsProps) {
  const { t, dates } = useLanguage()
  const { id, threadId, isOwn, childName, askedAt, answerBy, isLate, caseworkers } = waiting
  const name = answererName(caseworkers) ?? t('case:caseworker.unnamed')
  const when = isLate ? 'waits.late' : answerBy ? 'sent.by' : 'sent.wait'
  return (
    <Notice tone={isLate ? 'warn' : 'info'} heading={t('message:contact.waits.heading')}>
      {isOnly ? null : (
        <p>
          <b>{isOwn ? t('case:heading.own') : t('case:heading.child', { name: childName })}</b>
        </p>
      )}
      {askedAt ? <p>{t('message:asked.contactRequest', { when: dates.when(askedAt) })}.</p> : null}
      <p>{t(`message:contact.${when}`, { date: answerBy ? dates.day(answerBy) : '', name })}</p>
      {threadId ? (
        <p>
          <a href={personAt.thread(id, threadId)}>{t('message:contact.sent.see')}</a>
        </p>
      ) : null}
    </Notice>
  )
}
