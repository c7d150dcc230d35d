import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff, lookAs } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm } from '../../access/posted-form'
import { togetherCode, togetherCodeHash } from '../../access/together-session'
import { notFound } from '../../page/problem'
import { findChildToReadWith, isOpened, prepareReading } from '../../read-together/prepare'
import { PrepareForm } from '../../read-together/prepare-form'
import { preparationIn, type PreparationFaults } from '../../read-together/prepare-in'
import { listReadable } from '../../read-together/readable'
import { ReadingRecordList } from '../../read-together/record-list'
import { listReadingRecords } from '../../read-together/records'
import { useLanguage } from '../../i18n/language-context'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'together:prepare.title' }

type Asked = Pick<LoaderFunctionArgs, 'request' | 'context' | 'params'> & { form?: FormData }

/** The child of the case and what it may read by itself. Looked at as the child, which leaves no trace. */
async function findPreparation({ request, context, params, form }: Asked) {
  const arrival = form ? { request, context, form } : { request, context }
  const child = await asStaff(arrival, async (tx) => {
    const found = await findChildToReadWith(tx, idFrom(params['caseId']), idFrom(params['personId']))
    if (!found) throw notFound()
    return { ...found, readings: await listReadingRecords(tx, found.caseId, 50) }
  })
  const readable = await lookAs(
    { request, context },
    {
      personId: child.personId,
      prepare: () => Promise.resolve(),
      read: (tx) => listReadable(tx, child.caseId),
    },
  )
  if (!readable) throw notFound()
  return { ...child, ...readable }
}

export async function loader(args: LoaderFunctionArgs) {
  const { caseId, name, things, readings } = await findPreparation(args)
  return { caseId, name, things, readings, formKey: randomUUID() }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  const child = await findPreparation({ request, context, params, form })
  const typed = Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
  const read = preparationIn(typed, child.things)
  if ('faults' in read) return data({ typed, faults: read.faults }, 422)
  const { formKey } = read.prepared
  return asStaff({ request, context, form }, async (tx) => {
    const code = togetherCode(formKey, context.dataKeys)
    const codeHash = togetherCodeHash(code, context.dataKeys)
    const reading = await prepareReading(tx, child, read.prepared, { codeHash, network: context.callerKey })
    if (reading) return redirect(staffAt.togetherRecord(reading), 303)
    if (!(await isOpened(tx, formKey))) throw notFound()
    // What is on a child's device is not what was chosen now: that would be another reading.
    const faults: PreparationFaults = { order: 'opened' }
    return data({ typed: { ...typed, formKey: randomUUID() }, faults }, 409)
  })
}

export default function ReadTogetherRoute() {
  const { caseId, name, things, readings, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useLanguage()
  return (
    <>
      <BackLink href={staffAt.case(caseId)}>{t('staff:case.title')}</BackLink>
      <PageHeading
        title={t('together:prepare.heading', { name })}
        lead={t('together:prepare.lead', { name })}
      />
      {things.length === 0 ? (
        <p>{t('together:prepare.nothing', { name })}</p>
      ) : (
        <PrepareForm
          name={name}
          things={things}
          formKey={refused?.typed['formKey'] ?? formKey}
          refused={refused}
        />
      )}
      <ReadingRecordList readings={readings} name={name} />
    </>
  )
}
