import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { useLanguage } from '../../i18n/language-context'
import { DecisionList } from '../../signing/decision/decision-list'
import { listDecisions } from '../../signing/decision/decisions'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'decision:title' }

export function loader(args: LoaderFunctionArgs) {
  return asStaff(args, async (tx) => ({ decisions: await listDecisions(tx) }))
}

export default function DecisionsRoute() {
  const { decisions } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  const inStates = (...states: string[]) => decisions.filter(({ state }) => states.includes(state))
  const waiting = inStates('asked')
  return (
    <>
      <BackLink href={staffAt.today}>{t('staff:today.title')}</BackLink>
      <PageHeading title={t('decision:title')} />
      {waiting.length === 0 ? <p>{t('decision:none')}</p> : null}
      <DecisionList heading={t('decision:toSign')} decisions={waiting} />
      <DecisionList heading={t('decision:answered')} decisions={inStates('declined', 'signed')} />
      <DecisionList heading={t('decision:ended')} decisions={inStates('cancelled', 'superseded')} />
    </>
  )
}
