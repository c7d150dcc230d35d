import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { Notice } from '../ui/notice'

type WaitingWordsProps = {
  answerBy: string | null
  isLate: boolean
  /** Given name of who answers. */
  caseworker: string
}

/** When the answer comes to what has been asked, or what to do when its day has passed. */
export function WaitingWords({ answerBy, isLate, caseworker }: WaitingWordsProps) {
  const { t, dates } = useLanguage()
  if (!answerBy) return null
  const date = dates.day(answerBy)
  if (!isLate) return <p className="muted">{t('message:waiting.by', { date })}</p>
  return (
    <Notice tone="warn" heading={t('message:waiting.lateHeading')}>
      <p>{t('message:waiting.late', { date, name: caseworker })}</p>
      <p>
        <a href={personAt.contactMe}>{t('message:contact.link')}</a>
      </p>
    </Notice>
  )
}
