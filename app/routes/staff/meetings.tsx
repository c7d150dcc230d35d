import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { useLanguage } from '../../i18n/language-context'
import { MeetingList } from '../../meeting/meeting-list'
import { listMeetings } from '../../meeting/meetings'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'meeting:title' }

export function loader(args: LoaderFunctionArgs) {
  return asStaff(args, async (tx) => ({ meetings: await listMeetings(tx) }))
}

export default function MeetingsRoute() {
  const { meetings } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <>
      <BackLink href={staffAt.today}>{t('staff:today.title')}</BackLink>
      <PageHeading title={t('meeting:title')} />
      {meetings.length === 0 ? <p>{t('meeting:none')}</p> : null}
      <MeetingList heading={t('meeting:coming')} meetings={meetings.filter(({ isAhead }) => isAhead)} />
      <MeetingList heading={t('meeting:past')} meetings={meetings.filter(({ isAhead }) => !isAhead)} />
    </>
  )
}
