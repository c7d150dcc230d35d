import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { personAt } from '../../addresses'
import { askAsPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { notFound } from '../../page/problem'
import { CalledOff } from '../../case/called-off'
import { CaseDates } from '../../case/case-dates'
import { caseQuestion, newsOf, type CasePage } from '../../case/case-page'
import { CaseMenu } from '../../case/case-menu'
import { CaseTimeline } from '../../case/case-timeline'
import { Caseworkers, answererName } from '../../case/caseworkers'
import { ComingAppointment } from '../../case/coming-appointment'
import { ClosedCase } from '../../case/closed-case'
import { daysAhead, stageVoice } from '../../case/stage'
import { LatestLine } from '../../case/line/case-line'
import { StageNow } from '../../case/stage-now'
import { StageHistory } from '../../case/stage-history'
import { useLanguage } from '../../i18n/language-context'
import { isChild } from '../../person/is-child'
import { BackLink } from '../../ui/page/back-link'
import { Disclose } from '../../ui/disclose'
import { HelpNow } from '../../ui/help-lines'
import { NowLink } from '../../ui/now-card'
import { Columns, PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'case:title' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { rows, subject } = await askAsPerson({ request, context }, () =>
    caseQuestion(idFrom(params['caseId'])),
  )
  const found = rows[0]?.page
  if (!found) throw notFound()
  return { found, municipalityPhone: subject.municipalityPhone, emergency: subject.emergency }
}

export default function CaseRoute() {
  const { found, municipalityPhone, emergency } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  const caseworker = answererName(found.caseworkers) ?? t('case:caseworker.unnamed')
  return (
    <>
      <BackLink href={personAt.home}>{t('case:back.home')}</BackLink>
      <PageHeading
        title={found.isOwn ? t('case:heading.own') : t('case:heading.child', { name: found.childName })}
        detail={t('case:heading.number', { number: found.caseNumber })}
      />
      <CaseMenu found={found} here="case" news={newsOf(found)} />
      <Columns
        beside={
          <>
            <Caseworkers {...found} municipalityPhone={municipalityPhone} />
            <CaseDates {...found} caseworker={caseworker} />
          </>
        }
      >
        <Now found={found} caseworker={caseworker} />
        <CalledOff {...found} />
        <ComingAppointment {...found} />
        <StageHistory {...found} nextFollowUp={daysAhead(found).nextFollowUp} />
      </Columns>
      <CaseTimeline found={found} />
      <HelpNow emergency={emergency} isForYoung={isChild(found.audience)} />
    </>
  )
}

function Now({ found, caseworker }: { found: CasePage; caseworker: string }) {
  const { t } = useLanguage()
  const stage = found.stages.at(-1)?.stage
  return (
    <>
      <StageNow {...found} caseworker={caseworker} ahead={daysAhead(found)}>
        {stage === 'intervention' && found.hasPlan ? (
          <NowLink href={personAt.plan(found.id)}>{t('case:now.plan')}</NowLink>
        ) : null}
      </StageNow>
      <LatestLine {...found} />
      <ClosedCase {...found} />
      {stage && !found.closedOn ? (
        <Disclose summary={t('case:waiting')}>
          {t(`stage:${stage}.waiting.${stageVoice(found.audience)}`, { name: caseworker })}
        </Disclose>
      ) : null}
    </>
  )
}
