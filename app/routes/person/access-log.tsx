import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { personAt } from '../../addresses'
import { asPerson } from '../../access/guard'
import { Pager } from '../../ui/pager'
import { pageOf, pageSize } from '../../ui/paging'
import { useLanguage } from '../../i18n/language-context'
import { accessDaysOf } from '../../audit/access-days'
import { AccessDayList } from '../../audit/access-day-list'
import { listAccessEvents, type AccessEvent } from '../../audit/access-log'
import { OwnReadingList } from '../../read-together/own-reading-list'
import { listOwnReadings } from '../../read-together/own-readings'
import { Disclose } from '../../ui/disclose'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { EmptyState } from '../../ui/notice'

export const handle = { script: false, title: 'person:access.title' }

export function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(request.url)
  const isOwn = new URL(request.url).searchParams.get('visa') === 'egna'
  return asPerson({ request, context }, async (tx, { municipalityPhone }) => ({
    events: await listAccessEvents(tx, isOwn ? 'own' : 'others', page),
    ownEvents: page === 1 && !isOwn ? await listAccessEvents(tx, 'own', 1) : [],
    readings: page === 1 && !isOwn ? await listOwnReadings(tx) : [],
    page,
    isOwn,
    municipalityPhone,
  }))
}

export default function AccessLogRoute() {
  const { events, ownEvents, readings, page, isOwn, municipalityPhone } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <>
      {isOwn ? (
        <BackLink href={personAt.accessLog}>{t('person:access.heading')}</BackLink>
      ) : (
        <BackLink href={personAt.home}>{t('case:back.home')}</BackLink>
      )}
      <PageHeading
        title={isOwn ? t('person:access.own') : t('person:access.heading')}
        lead={isOwn ? undefined : t('person:access.lead')}
      />
      {events.length > 0 ? (
        <AccessDayList days={accessDaysOf(events.slice(0, pageSize))} heading="h2" />
      ) : (
        <EmptyState heading={t('person:access.none.heading')}>{t('person:access.none.text')}</EmptyState>
      )}
      <Pager page={page} hasMore={events.length > pageSize} kept={isOwn ? 'visa=egna' : undefined} />
      {ownEvents.length > 0 ? <OwnReadings events={ownEvents} /> : null}
      <OwnReadingList readings={readings} />
      <p className="muted">{t('person:access.limits')}</p>
      <p className="muted">{t('person:access.wrong', { phone: municipalityPhone })}</p>
    </>
  )
}

/** Behind a tap: whoever opens the page asks about others. */
function OwnReadings({ events }: { events: readonly AccessEvent[] }) {
  const { t } = useLanguage()
  return (
    <Disclose summary={t('person:access.own')}>
      <AccessDayList days={accessDaysOf(events.slice(0, fewOwn))} heading="h3" />
      {events.length > fewOwn ? (
        <p>
          <a href={personAt.ownAccessLog}>{t('person:access.moreOwn')}</a>
        </p>
      ) : null}
    </Disclose>
  )
}

const fewOwn = 10
