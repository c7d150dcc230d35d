import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { personAt } from '../../addresses'
import { asPerson } from '../../access/guard'
import { useLanguage } from '../../i18n/language-context'
import { PartPatterns } from '../../survey/results/diverging-bar'
import { OwnResultOfRound } from '../../survey/results/own-result'
import { listOwnResults } from '../../survey/results/own-results'
import { EmptyState } from '../../ui/notice'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'results:own.title' }

export function loader({ request, context }: LoaderFunctionArgs) {
  return asPerson({ request, context }, (tx) => listOwnResults(tx, context.surveys.instruments))
}

export default function OwnResultsRoute() {
  const results = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <>
      <BackLink href={personAt.home}>{t('case:back.home')}</BackLink>
      <PageHeading title={t('results:own.title')} lead={t('results:own.lead')} />
      {results.length === 0 ? (
        <EmptyState heading={t('results:own.none.heading')}>{t('results:own.none.text')}</EmptyState>
      ) : null}
      <PartPatterns />
      {results.map((result) => (
        <OwnResultOfRound key={`${result.roundId} ${result.form}`} result={result} />
      ))}
    </>
  )
}
