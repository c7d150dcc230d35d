import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { contentLimits } from '../../document/content/limits'
import { beginFinished } from '../../document/finished/begin-finished'
import { fileField, FinishedForm } from '../../document/finished/finished-form'
import { finishedIn, finishedValues, type FinishedDocument } from '../../document/finished/finished-in'
import { lookAtFile } from '../../document/finished/look-at-file'
import { useLanguage } from '../../i18n/language-context'
import { textsIn } from '../../i18n/texts.server'
import { findCaseChild } from '../../note/draft/find-case-child'
import { notFound, notTaken } from '../../page/problem'
import { readUpload, type Upload } from '../../server/upload'
import { stockholmClock } from '../../calendar/stockholm-moment'
import { holderField } from '../../ui/form/holder'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'document:finished.title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx) => {
    const caseId = idFrom(params['caseId'])
    const childName = await findCaseChild(tx, caseId)
    if (childName === undefined) throw notFound()
    return { caseId, childName, documentId: randomUUID(), day: stockholmClock(context.now()).day }
  })
}

// Four bytes a character at most.
const longestText = 4 * contentLimits.characters

export async function action(args: ActionFunctionArgs) {
  const upload = await readUpload(args.request, fileField, longestText)
  try {
    return await takeIn(args, upload)
  } finally {
    upload.leave()
  }
}

async function takeIn({ request, context, params }: ActionFunctionArgs, upload: Upload) {
  const form = new FormData()
  const mark = upload.fields.get(holderField)
  if (mark !== undefined) form.set(holderField, mark)
  const arrival = { request, context, form }
  const values = finishedValues(upload.fields)
  const gone = () => notTaken(values.text)
  // Who may not open the case has nothing looked into.
  const caseId = await asStaff(arrival, async (tx) => {
    const caseId = idFrom(params['caseId'], gone)
    if ((await findCaseChild(tx, caseId)) === undefined) throw gone()
    return caseId
  })
  const documentId = idFrom(upload.fields.get('documentId'), gone)
  const document = finishedIn(values, context.now())
  const looked = await lookAtFile(upload.file, values.text.trim() !== '')
  if ('faults' in document || 'refused' in looked) {
    const faults = 'faults' in document ? document.faults : []
    const refused = 'refused' in looked ? looked.refused : null
    return data({ documentId, values, faults, refused }, refused === 'busy' ? 503 : 400)
  }
  const file = { ...looked, name: upload.fileName.slice(-200) }
  const isBegun = await asStaff(arrival, (tx) =>
    beginFinished(tx, { documentId, caseId, document: withText(document), file }),
  )
  if (!isBegun) throw gone()
  return redirect(staffAt.documentReaders(documentId), 303)
}

/** A tagged file that came without its text has a page that leads to it. */
function withText({ content, ...document }: FinishedDocument): FinishedDocument {
  if (content.blocks.length > 0) return { ...document, content }
  const text = textsIn(content.language)('document:file.only')
  return { ...document, content: { ...content, blocks: [{ kind: 'paragraph', text }] } }
}

export default function UploadDocumentRoute() {
  const { caseId, childName, documentId, day } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t } = useLanguage()
  const values = posted?.values ?? { title: '', type: 'decision', day, language: 'sv', text: '' }
  return (
    <>
      <BackLink href={staffAt.case(caseId)}>{t('staff:note.back', { name: childName })}</BackLink>
      <PageHeading title={t('document:finished.heading', { name: childName })} />
      <p>{t('document:finished.lead')}</p>
      <FinishedForm
        documentId={posted?.documentId ?? documentId}
        values={values}
        faults={posted?.faults ?? []}
        refused={posted?.refused ?? null}
      />
    </>
  )
}
