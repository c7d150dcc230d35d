import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import type { StaffTx } from '../../../db/connect'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm } from '../../access/posted-form'
import { findFollowUpCase } from '../../follow-up/find-follow-up-case'
import { FollowUpForm } from '../../follow-up/follow-up-form'
import { notPlanned, outcomeOfSlug } from '../../follow-up/fields'
import { faultAt, followUpIn, wordsOf, type FollowUpValues } from '../../follow-up/follow-up-in'
import { recordFollowUp } from '../../follow-up/record-follow-up'
import { offerSurvey, subjectIn } from '../../survey/offer'
import { useLanguage } from '../../i18n/language-context'
import { notFound, notTaken } from '../../page/problem'
import { stockholmClock } from '../../calendar/stockholm-moment'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'followup:title' }

async function find(tx: StaffTx, params: LoaderFunctionArgs['params'], missing: () => unknown = notFound) {
  const found = await findFollowUpCase(tx, idFrom(params['caseId'], missing))
  if (!found) throw missing()
  return found
}

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx) => {
    const found = await find(tx, params)
    const values: FollowUpValues = {
      formKey: randomUUID(),
      outcome: outcomeOfSlug(new URL(request.url).searchParams.get('blev')),
      which: found.planned[0]?.id ?? notPlanned,
      day: stockholmClock(context.now()).day,
      persons: [],
      areas: [],
      goals: [],
      texts: {},
    }
    return { found, values, faults: [] }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx) => {
    const { values, faults, input } = followUpIn(form)
    const gone = () => notTaken(...wordsOf(values))
    const caseId = idFrom(params['caseId'], gone)
    if (faults.length > 0) return data({ found: await find(tx, params, gone), values, faults }, 400)
    const recorded = await recordFollowUp(tx, { caseId, ...input })
    if (!recorded) throw gone()
    if ('fault' in recorded) {
      return data({ found: await find(tx, params, gone), values, faults: [faultAt(recorded.fault)] }, 400)
    }
    const asked = await offerSurvey(tx, {
      caseId,
      personIds: recorded.participants,
      about: subjectIn(values.texts['subject']),
      surveys: context.surveys,
      day: stockholmClock(context.now()).day,
    })
    const record = staffAt.followUp(caseId, recorded.followUpId)
    return redirect(asked > 0 ? `${record}?erbjuden=1` : record, 303)
  })
}

export default function RecordFollowUpRoute() {
  const fresh = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>() ?? fresh
  const { t } = useLanguage()
  const { found } = form
  return (
    <>
      <BackLink href={staffAt.case(found.id)}>{t('dictation:desk.back', { name: found.childName })}</BackLink>
      <PageHeading title={t('followup:heading', { name: found.childName })} lead={t('followup:lead')} />
      <FollowUpForm {...form} />
    </>
  )
}
