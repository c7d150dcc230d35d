import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm } from '../../access/posted-form'
import type { StaffTx } from '../../../db/connect'
import { useLanguage } from '../../i18n/language-context'
import { notFound, notTaken } from '../../page/problem'
import { findReply, leadsSurvey, replyIn, writeReply } from '../../survey/results/reply'
import { ReplyForm } from '../../survey/results/reply-form'
import { seasonName } from '../../survey/results/season-name'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { Notice } from '../../ui/notice'

export const handle = { script: false, title: 'results:reply.title' }

export function loader({ request, context }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx) => ({
    round: await roundIn(tx, request),
    isSaved: new URL(request.url).searchParams.has('sparat'),
  }))
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx) => {
    const { reply, faults } = replyIn(form)
    const gone = () => notTaken(reply.heard, reply.done)
    const { id } = await roundIn(tx, request, gone)
    if (faults) return data({ reply, faults }, 400)
    if (!(await writeReply(tx, id, reply))) throw gone()
    return redirect(`${staffAt.surveyReply(id)}&sparat=1`, 303)
  })
}

async function roundIn(tx: StaffTx, request: Request, missing: () => unknown = notFound) {
  const asked = new URL(request.url).searchParams.get('omgang')
  const roundId = asked === null ? null : idFrom(asked, missing)
  const round = (await leadsSurvey(tx)) ? await findReply(tx, roundId) : null
  if (!round) throw missing()
  return round
}

export default function SurveyReplyRoute() {
  const { round, isSaved } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t } = useLanguage()
  return (
    <>
      <BackLink href={staffAt.surveyResults}>{t('results:title')}</BackLink>
      <PageHeading
        title={t('results:reply.title')}
        detail={seasonName(t, round)}
        lead={t('results:reply.lead')}
      />
      {isSaved && !posted ? (
        <Notice tone="done" heading={t('results:reply.saved.heading')}>
          {t('results:reply.saved.text')}
        </Notice>
      ) : null}
      <ReplyForm
        reply={posted?.reply ?? round.reply ?? { heard: '', done: '' }}
        faults={posted?.faults ?? null}
      />
    </>
  )
}
