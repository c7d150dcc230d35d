import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import type { StaffTx } from '../../../db/connect'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm, textOf } from '../../access/posted-form'
import { useLanguage } from '../../i18n/language-context'
import { notFound } from '../../page/problem'
import { AppealForm, type AppealFault } from '../../signing/staff/appeal-form'
import { AppealProgress } from '../../signing/staff/appeal-progress'
import {
  closeAppeal,
  findReceivedAppeal,
  isAppealOutcome,
  isAppealSender,
  isAppealWay,
  recordAppeal,
} from '../../signing/staff/appeal-received'
import { findRequest } from '../../signing/staff/list-requests'
import { stockholmClock, stockholmMoment } from '../../calendar/stockholm-moment'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'

export const handle = { script: false, title: 'signing:staff.appeal.title' }

async function find(tx: StaffTx, params: LoaderFunctionArgs['params']) {
  const found = await findRequest(tx, idFrom(params['requestId']))
  if (found?.act !== 'receipt') throw notFound()
  return { found, received: await findReceivedAppeal(tx, found.id) }
}

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx) => ({
    ...(await find(tx, params)),
    today: stockholmClock(context.now()).day,
  }))
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx) => {
    const { found, received } = await find(tx, params)
    const requestId = found.id
    const page = staffAt.appealReceived(requestId)
    const day = textOf(form, 'day')
    const isDay = stockholmMoment(day, '12:00') !== null
    if (form.get('step') === 'close') {
      const outcome = textOf(form, 'outcome')
      // A second press finds it done.
      if (!received || received.outcome || !isAppealOutcome(outcome)) return redirect(page, 303)
      if (isDay && (await closeAppeal(tx, { requestId, outcome, outcomeOn: day }))) return redirect(page, 303)
      return data({ form: null }, 400)
    }
    if (received) return redirect(page, 303)
    const [sender, way] = [textOf(form, 'sender'), textOf(form, 'way')]
    const faults: AppealFault[] = []
    if (!isAppealSender(sender)) faults.push('sender')
    if (!isAppealWay(way)) faults.push('way')
    if (!isDay) faults.push('day')
    if (isAppealSender(sender) && isAppealWay(way) && isDay) {
      if (await recordAppeal(tx, { requestId, sender, way, receivedOn: day })) return redirect(page, 303)
      faults.push('day')
    }
    return data({ form: { sender, way, day, faults } }, 400)
  })
}

export default function AppealReceivedRoute() {
  const { found, received, today } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t } = useLanguage()
  const backHref = staffAt.document(found.caseId, found.documentId)
  return (
    <>
      <BackLink href={backHref}>
        <Swedish>{found.title}</Swedish>
      </BackLink>
      <PageHeading
        title={t('signing:staff.appeal.heading', { name: found.personName })}
        lead={received ? undefined : t('signing:staff.appeal.lead')}
      />
      {received ? (
        <AppealProgress
          received={received}
          lastDays={found.lastDays}
          today={today}
          dayError={posted !== undefined}
        />
      ) : (
        <AppealForm posted={posted?.form ?? undefined} today={today} backHref={backHref} />
      )}
    </>
  )
}
