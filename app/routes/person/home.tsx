import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { personAt } from '../../addresses'
import { askAsPerson } from '../../access/guard'
import { Digest } from '../../case/digest'
import { homeQuestion } from '../../case/home'
import { HomeCase } from '../../case/home-case'
import { digestOf, lastVisitOf } from '../../case/news'
import { invitationsOf, surveysToAnswer } from '../../survey/invitation'
import { SurveyCard } from '../../survey/survey-card'
import { useLanguage } from '../../i18n/language-context'
import { stoppedOf } from '../../notice/channel/channels'
import { StoppedNotice } from '../../notice/channel/stopped-notice'
import { PageHeading } from '../../ui/page/layout'
import { EmptyState } from '../../ui/notice'

export const handle = { script: false, title: 'case:home.title' }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { rows, subject } = await askAsPerson({ request, context }, () =>
    homeQuestion({ canSign: context.bankId !== null }),
  )
  const { cases, hasResults, ...sealed } = rows[0]!.page
  const { givenName, municipalityPhone, previousVisitAt } = subject
  const invitations = invitationsOf(sealed.invitations, { ...subject, ...context })
  return {
    cases,
    hasResults,
    stopped: stoppedOf(sealed.stopped, context.dataKeys),
    visit: previousVisitAt && { how: lastVisitOf(previousVisitAt, context.now()), at: previousVisitAt },
    surveys: surveysToAnswer(invitations, context.surveys.instruments),
    givenName,
    municipalityPhone,
  }
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
