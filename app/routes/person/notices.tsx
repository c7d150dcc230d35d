import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { personAt } from '../../addresses'
import { setCookie } from '../../access/cookies'
import { asPerson } from '../../access/guard'
import { postedForm, textOf } from '../../access/posted-form'
import { useLanguage } from '../../i18n/language-context'
import { AddChannel } from '../../notice/channel/add-channel'
import { channelIn } from '../../notice/channel/channel-in'
import { addChannel, listChannels, listOffered } from '../../notice/channel/channels'
import { changeOwn, doneWords, isChangeOfOwn, type Changed } from '../../notice/channel/change-own'
import { DoneNotice } from '../../notice/channel/done-notice'
import { findQuietHours } from '../../notice/channel/quiet-hours'
import { OwnChannelCard } from '../../notice/channel/own-channel-card'
import { notFound } from '../../page/problem'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading, Section } from '../../ui/page/layout'
import { EmptyState } from '../../ui/notice'

export const handle = { script: false, title: 'notice:title' }

const aYear = 365 * 24 * 60 * 60

export function loader({ request, context }: LoaderFunctionArgs) {
  const said = new URL(request.url).searchParams.get('klart')
  return asPerson({ request, context }, async (tx, { municipalityName }) => ({
    own: await listChannels(tx, context.dataKeys),
    quiet: await findQuietHours(tx),
    offered: await listOffered(tx, context.notices.channels),
    pushKey: context.notices.pushKey,
    municipalityName,
    done: doneWords.find((word) => word === said) ?? null,
  }))
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asPerson({ request, context, form }, async (tx, { subjectId }) => {
    const what = textOf(form, 'do')
    if (isChangeOfOwn(what)) return answerTo(await changeOwn(tx, { what, form }, context.dataKeys))
    const offered = await listOffered(tx, context.notices.channels)
    const posted = what === 'add' ? channelIn(form, offered, subjectId) : null
    // The page offers nothing else, so nothing is changed.
    if (!posted) return redirect(personAt.notices, 303)
    if ('fault' in posted) return data({ posted, about: null }, 400)
    const added = await addChannel(tx, posted, context.dataKeys)
    if (added === 'tooMany' || added === 'other' || added === 'full') {
      const { address: typed, ...chosen } = posted
      return data(
        { posted: { ...chosen, typed, safe: 'yes', fault: added }, about: null },
        added === 'tooMany' ? 429 : 409,
      )
    }
    const isPush = posted.channel === 'push'
    return redirect(personAt.noticesDone(isPush ? 'pushed' : 'added'), {
      status: 303,
      headers: isPush ? { 'Set-Cookie': setCookie('pushedTo', '1', context.origin, aYear) } : {},
    })
  })
}

/** A wrong code counts, so what was written stays: nothing is thrown. */
function answerTo(changed: Changed | null) {
  if (!changed) throw notFound()
  if ('done' in changed) return redirect(personAt.noticesDone(changed.done), 303)
  return data({ posted: null, about: changed }, changed.fault === 'tooMany' ? 429 : 400)
}

export default function NoticesRoute() {
  const { own, quiet, offered, pushKey, municipalityName, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t, dates } = useLanguage()
  const free = offered.filter(
    (channel) => channel === 'push' || !own.some((each) => each.channel === channel),
  )
  return (
    <>
      <BackLink href={personAt.settings}>{t('person:settings.title')}</BackLink>
      <PageHeading title={t('notice:heading')} lead={t('notice:lead')} />
      {done && !answer ? <DoneNotice done={done} /> : null}
      {offered.length === 0 ? <EmptyState heading={t('notice:title')}>{t('notice:none')}</EmptyState> : null}
      {own.map((channel) => (
        <OwnChannelCard
          key={channel.id}
          channel={channel}
          municipalityName={municipalityName}
          fault={answer?.about?.channelId === channel.id ? answer.about.fault : null}
        />
      ))}
      {free.map((channel) => (
        <AddChannel
          key={channel}
          channel={channel}
          pushKey={pushKey}
          municipalityName={municipalityName}
          posted={answer?.posted?.channel === channel ? answer.posted : null}
        />
      ))}
      {offered.length > 0 ? (
        <Section heading={t('notice:says')}>
          <blockquote className="letter-quote">
            <p>{t('notice:sent.neutral.text')}</p>
          </blockquote>
          <p className="muted">
            {t('notice:saysHint')}
            {quiet
              ? ` ${t('notice:quiet', { from: dates.time(quiet.from), until: dates.time(quiet.until) })}`
              : null}
          </p>
        </Section>
      ) : null}
    </>
  )
}
