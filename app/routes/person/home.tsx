import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { personAt } from '../../addresses'
import { asPerson } from '../../access/guard'
import { Digest } from '../../case/digest'
import { listCases } from '../../case/home'
import { HomeCase } from '../../case/home-case'
import { digestOf, lastVisitOf } from '../../case/news'
import { listInvitations, surveysToAnswer } from '../../survey/invitation'
import { hasOwnResults } from '../../survey/results/own-results'
import { SurveyCard } from '../../survey/survey-card'
import { allAtOnce } from '../../page/all-at-once'
import { useLanguage } from '../../i18n/language-context'
import { listStopped } from '../../notice/channel/channels'
import { StoppedNotice } from '../../notice/channel/stopped-notice'
import { PageHeading } from '../../ui/page/layout'
import { EmptyState } from '../../ui/notice'

export const handle = { script: false, title: 'case:home.title' }

export function loader({ request, context }: LoaderFunctionArgs) {
  return asPerson({ request, context }, async (tx, subject) => {
    const { givenName, municipalityPhone, previousVisitAt } = subject
    const { invitations, ...found } = await allAtOnce({
      cases: listCases(tx, { since: previousVisitAt, canSign: context.bankId !== null }),
      invitations: listInvitations(tx, { ...subject, ...context }),
      hasResults: hasOwnResults(tx),
      stopped: listStopped(tx, context.dataKeys),
    })
    return {
      ...found,
      visit: previousVisitAt && { how: lastVisitOf(previousVisitAt, context.now()), at: previousVisitAt },
      surveys: surveysToAnswer(invitations, context.surveys.instruments),
      givenName,
      municipalityPhone,
    }
  })
}

export default function HomeRoute() {
  const { cases, visit, surveys, hasResults, stopped, givenName, municipalityPhone } =
    useLoaderData<typeof loader>()
  const { t } = useLanguage()
  const open = cases.filter(({ closedOn }) => closedOn === null)
  if (cases.length === 0) {
    return (
      <>
        <PageHeading title={t('case:home.hello', { name: givenName })} />
        <EmptyState heading={t('case:home.none.heading')}>
          {t('case:home.none.text', { phone: municipalityPhone })}
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeading
        title={t('case:home.hello', { name: givenName })}
        detail={<Digest digest={digestOf(cases, visit === null)} visit={visit} />}
      />
      <StoppedNotice stopped={stopped} />
      {cases.map((found) => (
        <HomeCase key={found.id} found={found} isOnly={cases.length === 1} />
      ))}
      <SurveyCard surveys={surveys} />
      {hasResults ? (
        <p>
          <a href={personAt.surveyResults}>{t('results:own.link')}</a>
        </p>
      ) : null}
      {open.length === 1 ? (
        <p>
          <a href={personAt.newQuestion(open[0]!.id)}>{t('message:ask')}</a>
        </p>
      ) : null}
      <p>
        <a href={personAt.contactMe}>{t('message:contact.link')}</a>
      </p>
    </>
  )
}
