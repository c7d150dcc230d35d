import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { Notice } from '../ui/notice'

type LateAnswerProps = {
  answerBy: string | null
  isLate: boolean
  /** Given name of who answers. */
  caseworker: string
}

/** What to do when the day of the answer has passed. */
export function LateAnswer({ answerBy, isLate, caseworker }: LateAnswerProps) {
  const { t, dates } = useLanguage()
  if (!answerBy || !isLate) return null
  return (
    <Notice tone="warn" heading={t('message:late.heading')}>
      <p>{t('message:late.text', { date: dates.day(answerBy), name: caseworker })}</p>
      <p>
        <a href={personAt.contactMe}>{t('message:contact.link')}</a>
      </p>
    </Notice>
  )
}
