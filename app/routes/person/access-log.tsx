import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { personAt } from '../../addresses'
import { asPerson } from '../../access/guard'
import { Pager } from '../../ui/pager'
import { pageOf, pageSize } from '../../ui/paging'
import { useLanguage } from '../../i18n/language-context'
import { accessDaysOf } from '../../audit/access-days'
import { AccessDayList } from '../../audit/access-day-list'
import { listAccessEvents } from '../../audit/access-log'
import { OwnReadingList } from '../../read-together/own-reading-list'
import { listOwnReadings } from '../../read-together/own-readings'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { EmptyState } from '../../ui/notice'

export const handle = { script: false, title: 'person:access.title' }

export function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(request.url)
  return asPerson({ request, context }, async (tx, { municipalityPhone }) => ({
    events: await listAccessEvents(tx, page),
    readings: page === 1 ? await listOwnReadings(tx) : [],
    page,
    municipalityPhone,
  }))
}

export default function AccessLogRoute() {
  const { events, readings, page, municipalityPhone } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <>
      <BackLink href={personAt.home}>{t('case:back.home')}</BackLink>
      <PageHeading title={t('person:access.heading')} lead={t('person:access.lead')} />
      {events.length > 0 ? (
        <AccessDayList days={accessDaysOf(events.slice(0, pageSize))} />
      ) : (
        <EmptyState heading={t('person:access.none.heading')}>{t('person:access.none.text')}</EmptyState>
      )}
      <Pager page={page} hasMore={events.length > pageSize} />
      <OwnReadingList readings={readings} />
      <p className="muted">{t('person:access.limits')}</p>
      <p className="muted">{t('person:access.wrong', { phone: municipalityPhone })}</p>
    </>
  )
}
