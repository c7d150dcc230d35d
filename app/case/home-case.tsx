import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { NowLink } from '../ui/now-card'
import { CalledOff } from './called-off'
import { NextDate } from './case-dates'
import { answererName } from './caseworkers'
import { ClosedCase } from './closed-case'
import type { HomeCase } from './home'
import { hasUnread } from './news'
import { ComingAppointment } from './coming-appointment'
import { LatestLine } from './line/case-line'
import { daysAhead, stageVoice } from './stage'
import { StageNow } from './stage-now'
import { ToDo } from './to-do'
import { WhoAnswers } from './who-answers'

type HomeCaseProps = {
  found: HomeCase
  /** With one case, it need not be named. */
  isOnly: boolean
}

export function HomeCase({ found, isOnly }: HomeCaseProps) {
  const { t } = useLanguage()
  const caseworker = answererName(found.caseworkers) ?? t('case:caseworker.unnamed')
  const heading = found.isOwn ? t('case:heading.own') : t('case:heading.child', { name: found.childName })
  return (
    <>
      <StageNow
        {...found}
        caseworker={caseworker}
        ahead={daysAhead(found)}
        about={found.isOwn && isOnly ? undefined : heading}
      >
        <NowLink href={personAt.case(found.id)}>
          {found.isOwn ? t('case:home.open.own') : t('case:home.open.child', { name: found.childName })}
        </NowLink>
      </StageNow>
      <CalledOff {...found} />
      <ComingAppointment {...found} />
      <LatestLine {...found} />
      <ToDo found={found} />
      <Calm found={found} caseworker={caseworker} />
    </>
  )
}

/** When something last happened and what comes next. While nothing is new in an open case, also why waiting is normal. */
function Calm({ found, caseworker }: { found: HomeCase; caseworker: string }) {
  const { t, dates } = useLanguage()
  const stage = found.stages.at(-1)?.stage
  const isQuiet = !found.closedOn && !hasUnread(found)
  return (
    <div className="section">
      {isQuiet && stage ? (
        <p>{t(`stage:${stage}.waiting.${stageVoice(found.audience)}`, { name: caseworker })}</p>
      ) : null}
      <WhoAnswers caseworkers={found.caseworkers} />
      <ClosedCase {...found} />
      {found.closedOn ? null : <NextDate {...found} caseworker={caseworker} />}
      {found.changedAt ? (
        <p className="muted">{t('case:dates.changed', { date: dates.day(found.changedAt) })}</p>
      ) : null}
    </div>
  )
}
