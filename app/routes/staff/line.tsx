import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import type { StaffTx } from '../../../db/connect'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm } from '../../access/posted-form'
import { EarlierLines } from '../../case/line/earlier-lines'
import { LineForm } from '../../case/line/line-form'
import { lineIn } from '../../case/line/line-in'
import { findLineReader, listEarlierLines, writeLine } from '../../case/line/write-line'
import { lookAtWords } from '../../disclosure/look-at-words'
import { useLanguage } from '../../i18n/language-context'
import { notFound, notTaken } from '../../page/problem'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'staff:line.title' }

async function find(tx: StaffTx, params: LoaderFunctionArgs['params'], missing: () => unknown = notFound) {
  const ids = [idFrom(params['caseId'], missing), idFrom(params['personId'], missing)] as const
  const reader = await findLineReader(tx, ...ids)
  if (!reader) throw missing()
  return reader
}

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx) => {
    const reader = await find(tx, params)
    return { reader, earlier: await listEarlierLines(tx, reader), lineId: randomUUID() }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx) => {
    const posted = lineIn(form)
    const gone = () => notTaken(posted.text)
    const reader = await find(tx, params, gone)
    if (posted.fault) return data({ ...posted, looked: [] }, 400)
    const keys = { dataKeys: context.dataKeys, now: context.now() }
    const words = { caseId: reader.caseId, readers: [{ ...reader, texts: [posted.text] }], seen: posted.seen }
    const looked = await lookAtWords(tx, words, keys)
    if (looked.length > 0) return data({ ...posted, looked }, 400)
    const outcome = await writeLine(tx, reader, { id: posted.lineId, text: posted.text })
    if (!outcome) throw gone()
    if (outcome === 'otherWords')
      return data({ ...posted, lineId: randomUUID(), fault: { fault: outcome }, looked: [] }, 409)
    return redirect(staffAt.case(reader.caseId), 303)
  })
}

export default function LineRoute() {
  const { reader, earlier, lineId } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t } = useLanguage()
  const { givenName: name } = reader
  return (
    <>
      <BackLink href={staffAt.case(reader.caseId)}>{t('staff:case.title')}</BackLink>
      <PageHeading title={t('staff:line.heading', { name })} lead={t('staff:line.lead', { name })} />
      <LineForm reader={reader} lineId={lineId} posted={posted} />
      <EarlierLines lines={earlier} />
    </>
  )
}
