import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { DocumentBody } from '../../document/content/document-body'
import { useLanguage } from '../../i18n/language-context'
import { meetingContent } from '../../meeting/meeting-content'
import { findMeeting, openMeeting } from '../../meeting/meetings'
import { notFound } from '../../page/problem'
import { ButtonLink } from '../../ui/form/button'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'

export const handle = { script: false, title: 'meeting:title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx, { municipalityName }) => {
    const meeting = await findMeeting(tx, idFrom(params['meetingId']))
    if (!meeting) throw notFound()
    return {
      id: meeting.id,
      content: meetingContent(municipalityName, meeting, await openMeeting(tx, meeting.id)),
    }
  })
}

export default function MeetingRoute() {
  const { id, content } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <>
      <BackLink href={staffAt.meetings}>{t('meeting:title')}</BackLink>
      <PageHeading title={<Swedish>{content.title}</Swedish>} lead={t('meeting:logged')} />
      <p className="actions">
        <ButtonLink href={staffAt.meetingFile(id)}>{t('signing:what.file')}</ButtonLink>
      </p>
      <DocumentBody content={content} />
    </>
  )
}
