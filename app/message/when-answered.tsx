import { caseworkerName, type Caseworker } from '../case/caseworkers'
import type { Audience } from '../../db/roles'
import { useLanguage } from '../i18n/language-context'
import { Notice } from '../ui/notice'

type WhenAnsweredProps = {
  /** Day for what is written today; null where none was promised. */
  answerDay: string | null
  caseworkers: readonly Caseworker[]
  audience: Audience
  municipalityPhone: string
}

/** Read before anything is written: who answers and when, and where to turn if it cannot wait. */
export function WhenAnswered({ answerDay, caseworkers, audience, municipalityPhone }: WhenAnsweredProps) {
  const { t, dates } = useLanguage()
  const isYoung = audience === 'child' || audience === 'youth'
  return (
    <Notice tone="info">
      <p>
        <strong>
          {answerDay ? t('message:before.by', { date: dates.day(answerDay) }) : t('message:before.soon')}
        </strong>{' '}
        <WhoAnswers caseworkers={caseworkers} />
      </p>
      <p>
        {t('message:before.urgent')} <a href="tel:112">{t('message:before.call112')}</a>
      </p>
      {isYoung ? (
        <p>
          {t('message:before.young')} <a href="tel:116111">{t('message:before.callBris')}</a>
        </p>
      ) : null}
      <p>
        {t('message:before.today')}{' '}
        <a href={`tel:${municipalityPhone.replace(/[^+\d]/g, '')}`}>
          {t('message:before.callUs')} <bdi dir="ltr">{municipalityPhone}</bdi>
        </a>
      </p>
    </Notice>
  )
}

function WhoAnswers({ caseworkers }: { caseworkers: readonly Caseworker[] }) {
  const { t } = useLanguage()
  const name = caseworkerName(caseworkers)
  const deputy = caseworkers[1]?.givenName
  if (!name) return <>{t('message:before.who.nobody')}</>
  return <>{deputy ? t('message:before.who.two', { name, deputy }) : t('message:before.who.one', { name })}</>
}
