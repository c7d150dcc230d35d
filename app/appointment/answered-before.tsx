import type { Caseworker } from '../case/case-shown'
import { useLanguage } from '../i18n/language-context'
import { isInTime } from './in-time'
import { phoneHref } from '../ui/phone-href'

type AnsweredBeforeProps = {
  /** The day that an answer is promised by. */
  answerBy: string
  startsAt: string | Date
  caseworkers: readonly Caseworker[]
  municipalityPhone: string
}

/** By when a wish for another time is answered. An answer on the day of the meeting is none: whom to call instead. */
export function AnsweredBefore({ answerBy, startsAt, caseworkers, municipalityPhone }: AnsweredBeforeProps) {
  const { t, dates } = useLanguage()
  if (isInTime(answerBy, startsAt)) {
    return <p>{t('message:before.by', { date: dates.day(answerBy) })}</p>
  }
  const number = caseworkers.find(({ answers, isAway }) => answers && !isAway)?.phone ?? municipalityPhone
  return (
    <p>
      {t('appointment:request.tooSoon')} <a href={phoneHref(number)}>{t('ui:help.call', { number })}</a>
    </p>
  )
}
