import { randomUUID } from 'node:crypto'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm, textOf } from '../../access/posted-form'
import { togetherCode } from '../../access/together-session'
import { logStaffReading } from '../../audit/log-staff-reading'
import { notFound } from '../../page/problem'
import { useLanguage } from '../../i18n/language-context'
import { beginReadingNote } from '../../read-together/begin-reading-note'
import { ReadingRecordItems } from '../../read-together/record-items'
import { findUnopened } from '../../read-together/prepare'
import { ReadingCode } from '../../read-together/reading-code'
import {
  endReading,
  findReadingRecord,
  settleWondering,
  type ReadingRecord,
} from '../../read-together/records'
import { Button } from '../../ui/form/button'
import { OwnForm } from '../../ui/form/own-form'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'together:record.title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx) => {
    const readingId = idFrom(params['readingId'])
    const unopened = await findUnopened(tx, readingId)
    if (unopened) {
      const { formKey, ...toOpen } = unopened
      const code = togetherCode(formKey, context.dataKeys)
      return { reading: null, noteId: null, toOpen: { ...toOpen, code, origin: context.origin } }
    }
    const reading = await findReadingRecord(tx, readingId)
    if (!reading) throw notFound()
    await logStaffReading(tx, { action: 'readCase', caseId: reading.caseId, noteId: null })
    return { reading, noteId: randomUUID(), toOpen: null }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx, { subjectId }) => {
    const reading = await findReadingRecord(tx, idFrom(params['readingId']))
    if (!reading) throw notFound()
    if (form.get('do') === 'note') {
      const noteId = await beginReadingNote(tx, {
        readingId: reading.id,
        noteId: idFrom(textOf(form, 'noteId')),
        versionId: randomUUID(),
        authorId: subjectId,
        now: context.now(),
      })
      if (!noteId) throw notFound()
      return redirect(staffAt.note(noteId), 303)
    }
    const position = z.coerce.number().int().min(1).max(20).safeParse(form.get('position'))
    // Pressed again it is done already, and so said.
    if (form.get('do') === 'end') await endReading(tx, reading.id)
    else if (form.get('do') === 'settle' && position.success)
      await settleWondering(tx, reading.id, position.data)
    return redirect(staffAt.togetherRecord(reading.id), 303)
  })
}

export default function TogetherRecordRoute() {
  const { reading, noteId, toOpen } = useLoaderData<typeof loader>()
  return reading ? <Record reading={reading} noteId={noteId} /> : <ReadingCode {...toOpen} />
}

function Record({ reading, noteId }: { reading: ReadingRecord; noteId: string }) {
  const { t, dates } = useLanguage()
  const { caseId, childName, staffName, company, companyName, begunAt, isOpen } = reading
  const others = companyName
    ? `${t(`together:company.${company}`, { name: childName })}: ${companyName}`
    : t('together:company.alone', { name: childName })
  return (
    <>
      <BackLink href={staffAt.case(caseId)}>{t('staff:case.title')}</BackLink>
      <PageHeading
        title={t('together:record.heading', { name: childName })}
        detail={[dates.when(begunAt), staffName, others].join(' · ')}
      />
      {isOpen ? (
        <OwnForm className="stack">
          <p>{t('together:record.open')}</p>
          <Button name="do" value="end">
            {t('together:record.end')}
          </Button>
        </OwnForm>
      ) : null}
      <ReadingRecordItems reading={reading} />
      <OwnForm className="actions">
        <input type="hidden" name="noteId" value={noteId} />
        <Button name="do" value="note" variant={isOpen ? 'secondary' : 'primary'}>
          {t('together:record.note.button')}
        </Button>
        <p className="muted">{t('together:record.note.hint', { name: childName })}</p>
      </OwnForm>
      <p className="muted">{t('together:record.whoSees', { name: childName })}</p>
    </>
  )
}
