import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { endAbsence, listAbsences, listRecordable, recordAbsence } from '../../absence/absence'
import { AbsenceForm } from '../../absence/absence-form'
import { absenceIn, type AbsenceFault, type AbsenceValues } from '../../absence/absence-in'
import { AbsenceList } from '../../absence/absence-list'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm, textOf } from '../../access/posted-form'
import { useLanguage } from '../../i18n/language-context'
import { notFound } from '../../page/problem'
import { stockholmClock } from '../../calendar/stockholm-moment'
import { Notice } from '../../ui/notice'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'answer:absence.title' }

export function loader({ request, context }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx, { subjectId }) => {
    const values: AbsenceValues = {
      absence: randomUUID(),
      who: subjectId,
      from: stockholmClock(context.now()).day,
      to: '',
    }
    return {
      values,
      colleagues: await listRecordable(tx),
      absences: await listAbsences(tx),
      isSaved: new URL(request.url).searchParams.has('sparat'),
    }
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx) => {
    if (textOf(form, 'do') === 'end') {
      await endAbsence(tx, idFrom(textOf(form, 'absence')))
      return redirect(staffAt.absence, 303)
    }
    const { values, fault, absence } = absenceIn(form, stockholmClock(context.now()).day)
    if (fault) return data({ values, fault }, 400)
    const outcome = await recordAbsence(tx, absence)
    if (!outcome) throw notFound()
    if (outcome !== 'recorded') {
      const wrong: AbsenceFault = { field: 'from', fault: outcome }
      return data({ values: { ...values, absence: randomUUID() }, fault: wrong }, 400)
    }
    return redirect(`${staffAt.absence}?sparat=1`, 303)
  })
}

export default function AbsenceRoute() {
  const { colleagues, absences, isSaved, ...fresh } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t } = useLanguage()
  return (
    <>
      <BackLink href={staffAt.today}>{t('staff:today.title')}</BackLink>
      <PageHeading
        title={t('answer:absence.title')}
        lead={t(colleagues.length > 1 ? 'answer:absence.leadTeam' : 'answer:absence.lead')}
      />
      {isSaved && !posted ? <Notice tone="done">{t('answer:absence.saved')}</Notice> : null}
      <AbsenceForm
        colleagues={colleagues}
        values={posted?.values ?? fresh.values}
        fault={posted?.fault ?? null}
      />
      <AbsenceList absences={absences} />
    </>
  )
}
