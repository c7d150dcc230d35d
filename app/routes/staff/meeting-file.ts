import type { LoaderFunctionArgs } from '@remix-run/node'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { withProblemPage } from '../../access/without-page'
import { makePdf } from '../../document/pdf/make-pdf'
import { meetingContent } from '../../meeting/meeting-content'
import { findMeeting, openMeeting } from '../../meeting/meetings'
import { shownPdf } from '../../page/pdf-answer'
import { notFound } from '../../page/problem'

/** The package of a meeting to print. Counted as an opening. */
export function loader(args: LoaderFunctionArgs) {
  return withProblemPage(args, fileOf(args))
}

async function fileOf({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const content = await asStaff({ request, context }, async (tx, { municipalityName }) => {
    const meeting = await findMeeting(tx, idFrom(params['meetingId']))
    if (!meeting) throw notFound()
    return meetingContent(municipalityName, meeting, await openMeeting(tx, meeting.id))
  })
  // After the transaction: nobody waits for the compiler with rows locked.
  const { bytes } = await makePdf(content, context.now())
  return shownPdf(bytes, 'handlingar.pdf')
}
