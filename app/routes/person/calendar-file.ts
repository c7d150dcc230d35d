import type { LoaderFunctionArgs } from '@remix-run/node'
import { asPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { withProblemPage } from '../../access/without-page'
import { calendarFile } from '../../appointment/calendar-file'
import { findOwnAppointment } from '../../appointment/own-appointments'
import { textsIn } from '../../i18n/texts.server'
import { notFound } from '../../page/problem'

/** A meeting for the reader's own calendar. The file's name tells nothing of what it is. */
export function loader(args: LoaderFunctionArgs) {
  return withProblemPage(args, fileOf(args))
}

async function fileOf({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const appointment = await asPerson({ request, context }, async (tx) => {
    const found = await findOwnAppointment(tx, idFrom(params['caseId']), idFrom(params['appointmentId']))
    if (!found) throw notFound()
    return found
  })
  const title = textsIn(context.visitor.language)('appointment:calendar.title')
  return new Response(calendarFile(appointment, title), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'Content-Disposition': 'attachment; filename="tid.ics"',
    },
  })
}
