import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { ButtonLink } from '../ui/form/button'
import { CalledOff } from './called-off'
import { NextDate } from './case-dates'
import { answererName } from './caseworkers'
import { ClosedCase } from './closed-case'
import type { HomeCase } from './home'
import { ComingAppointment } from './coming-appointment'
import { LatestLine } from './line/case-line'
import { daysAhead, stageVoice } from './stage'
import { StageNow } from './stage-now'
import { ToDo } from './to-do'
import { WhoAnswers } from './who-answers'

type HomeCaseProps = {
  found: HomeCase
  /** With one case, its link is the page's only filled button. */
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
      />
      <CalledOff {...found} />
      <ComingAppointment {...found} />
      <LatestLine {...found} />
      <ToDo found={found} />
      <Calm found={found} caseworker={caseworker} />
      <div className="actions">
        <ButtonLink variant={isOnly ? 'primary' : 'secondary'} href={personAt.case(found.id)}>
          {found.isOwn ? t('case:home.open.own') : t('case:home.open.child', { name: found.childName })}
        </ButtonLink>
      </div>
    </>
  )
}

/** When something last happened and what comes next. While nothing is new, it also says why waiting is normal. */
function Calm({ found, caseworker }: { found: HomeCase; caseworker: string }) {
  const { t, dates } = useLanguage()
  const stage = found.stages.at(-1)?.stage
  const isQuiet = found.newNotes.length + found.newDocuments.length + found.newAnswers.length === 0
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
