import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm } from '../../access/posted-form'
import { listParties } from '../../case/staff/list-people'
import type { StaffTx } from '../../../db/connect'
import { useLanguage } from '../../i18n/language-context'
import { notFound } from '../../page/problem'
import { changeNumber, seeNumberChange } from '../../person/number-change'
import { NumberForm } from '../../person/number-change-form'
import { NumberSummary } from '../../person/number-change-summary'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'staff:number.title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, (tx) => partyIn(tx, params))
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx) => {
    const { caseId, personId } = await partyIn(tx, params)
    const wish = wishIn(form)
    const known = { personId, caseId, typed: wish.typed, dataKeys: context.dataKeys, now: context.now() }
    const done = wish.isConfirmed ? await changeNumber(tx, { ...known, seenOther: wish.seenOther }) : null
    if (typeof done === 'string') return redirect(`${staffAt.case(caseId)}?nummer=${done}`, 303)
    const seen = done && done.fault !== 'unseen' ? done : await seeNumberChange(tx, known)
    if ('fault' in seen)
      return data({ typed: wish.typed, fault: seen.fault, seen: null, isUnseen: false }, 400)
    return data({ typed: wish.typed, fault: null, seen, isUnseen: done !== null }, done ? 409 : 200)
  })
}

async function partyIn(tx: StaffTx, params: LoaderFunctionArgs['params']) {
  const [caseId, personId] = [idFrom(params['caseId']), idFrom(params['personId'])]
  const party = (await listParties(tx, caseId)).find((each) => each.personId === personId && !each.isEnded)
  if (!party?.mayChangeNumber) throw notFound()
  return { caseId, personId, name: party.name }
}

function wishIn(form: FormData) {
  const typed = form.get('nummer')
  return {
    typed: typeof typed === 'string' ? typed.slice(0, 40) : '',
    isConfirmed: form.has('steg'),
    seenOther: z.uuid().safeParse(form.get('med')).data ?? null,
  }
}

export default function PersonNumberRoute() {
  const { caseId, personId, name } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t } = useLanguage()
  const backHref = staffAt.case(caseId)
  return (
    <>
      <BackLink href={backHref}>{t('staff:case.title')}</BackLink>
      <PageHeading
        title={t('staff:number.heading', { name })}
        lead={posted?.seen ? undefined : t('staff:number.lead', { name })}
      />
      {posted?.seen ? (
        <NumberSummary
          name={name}
          seen={posted.seen}
          isUnseen={posted.isUnseen}
          againHref={staffAt.personNumber(caseId, personId)}
        />
      ) : (
        <NumberForm name={name} typed={posted?.typed ?? ''} fault={posted?.fault ?? null} />
      )}
    </>
  )
}
