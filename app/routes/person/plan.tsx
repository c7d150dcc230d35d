import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { personAt } from '../../addresses'
import { closedOnDevice } from '../../access/closed-on-device'
import { asPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { notFound } from '../../page/problem'
import { CaseMenu } from '../../case/case-menu'
import { answererName } from '../../case/caseworkers'
import { findPlanCase, readPlans, type CasePlans } from '../../plan/plan'
import { PlanFollowUps } from '../../plan/plan-follow-ups'
import { PlanGoals } from '../../plan/plan-goals'
import { useLanguage } from '../../i18n/language-context'
import { WrittenInSwedish } from '../../reading/written-in-swedish'
import { ClosedOnThisDevice } from '../../person/closed-on-device-notice'
import { Disclose } from '../../ui/disclose'
import { PageHeading, Section } from '../../ui/page/layout'
import { EmptyState } from '../../ui/notice'

export const handle = { script: false, title: 'case:plan.title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asPerson({ request, context }, async (tx) => {
    const isClosed = closedOnDevice({ request, context }).includes('documents')
    const caseId = idFrom(params['caseId'])
    // Closed on this device: nothing is shown, so no reading is logged.
    const found = await findPlanCase(tx, caseId)
    if (!found) throw notFound()
    return { found, plans: isClosed ? null : await readPlans(tx, caseId) }
  })
}

export default function PlanRoute() {
  const { found, plans } = useLoaderData<typeof loader>()
  const { t, dates } = useLanguage()
  const agreedOn = plans?.[0]?.agreedOn
  return (
    <>
      <CaseMenu found={found} here="plan" />
      <PageHeading
        title={t('case:plan.heading')}
        detail={agreedOn ? t('case:plan.agreed', { date: dates.short(agreedOn) }) : undefined}
      />
      {plans ? <Plans found={{ ...found, plans }} /> : <ClosedOnThisDevice what="documents" />}
    </>
  )
}

function Plans({ found }: { found: CasePlans }) {
  const { t, dates } = useLanguage()
  const [current, ...earlier] = found.plans
  const caseworker = answererName(found.caseworkers) ?? t('case:caseworker.unnamed')
  if (!current) {
    return (
      <EmptyState heading={t('case:plan.none.heading')}>
        {t('case:plan.none.text', { name: caseworker })}
      </EmptyState>
    )
  }
  return (
    <>
      <WrittenInSwedish name={caseworker} />
      <PlanGoals plan={current} {...found} heading="h2" />
      <PlanFollowUps {...found} />
      <p>
        {found.closedOn ? null : `${t('case:plan.change', { name: caseworker })} `}
        <a href={personAt.document(found.id, current.documentId)}>{t('case:plan.document')}</a>
      </p>
      {earlier.length > 0 ? (
        <Section heading={t('case:plan.earlier')}>
          <div className="grid gap-(--gap)">
            {earlier.map((plan) => (
              <Disclose key={plan.id} summary={t('case:plan.agreed', { date: dates.short(plan.agreedOn) })}>
                <PlanGoals plan={plan} {...found} heading="h3" />
              </Disclose>
            ))}
          </div>
        </Section>
      ) : null}
    </>
  )
}
