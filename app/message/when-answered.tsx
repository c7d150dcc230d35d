import { answererName } from '../case/caseworkers'
import type { Caseworker } from '../case/case-shown'
import { WhoAnswers } from '../case/who-answers'
import type { Audience } from '../../db/roles'
import { useLanguage } from '../i18n/language-context'
import { isChild } from '../person/is-child'
import { HelpInShort, type EmergencyService } from '../ui/help-lines'
import { Notice } from '../ui/notice'
import { phoneHref } from '../ui/phone-href'

type WhenAnsweredProps = {
  /** Day for what waits, else for what is written today; null where none was promised. */
  answerDay: string | null
  /** Nothing waits for that day: it is of what may be written, after what was answered or is late. */
  isOfMore?: boolean
  caseworkers: readonly Caseworker[]
  audience: Audience
  municipalityPhone: string
  emergency: EmergencyService
}

/** Read before anything is written: who answers and when, and where to turn if it cannot wait. */
export function WhenAnswered({ answerDay, isOfMore = false, caseworkers, ...props }: WhenAnsweredProps) {
  const { audience, municipalityPhone, emergency } = props
  const { t, dates } = useLanguage()
  return (
    <Notice tone="info">
      <p>
        <strong>
          {answerDay
            ? t(isOfMore ? 'message:before.byIfMore' : 'message:before.by', { date: dates.day(answerDay) })
            : t('message:before.soon')}
        </strong>{' '}
        <WhoReads caseworkers={caseworkers} />
      </p>
      <WhoAnswers caseworkers={caseworkers} />
      <p>
        {t('message:before.today')}{' '}
        <a href={phoneHref(municipalityPhone)}>
          {t('message:before.callUs')}{' '}
          <bdi dir="ltr" className="whitespace-nowrap">
            {municipalityPhone}
          </bdi>
        </a>
      </p>
      <HelpInShort emergency={emergency} isForYoung={isChild(audience)} />
    </Notice>
  )
}

function WhoReads({ caseworkers }: { caseworkers: readonly Caseworker[] }) {
  const { t } = useLanguage()
  const name = answererName(caseworkers)
  if (!name) return <>{t('message:before.who.nobody')}</>
  const deputy = caseworkers.find(({ kind }) => kind === 'deputy')?.givenName
  const hasDeputy = deputy !== undefined && deputy !== name && caseworkers[0]?.answers
  return (
    <>{hasDeputy ? t('message:before.who.two', { name, deputy }) : t('message:before.who.one', { name })}</>
  )
}
