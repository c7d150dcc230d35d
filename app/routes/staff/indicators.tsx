import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { useLanguage } from '../../i18n/language-context'
import { notFound } from '../../page/problem'
import { openIndicators } from '../../statistics/indicators/indicators'
import { PlotPatterns } from '../../statistics/indicators/plot-patterns'
import { TopicFigure } from '../../statistics/indicators/topic-figure'
import { parts } from '../../statistics/indicators/topics'
import { StatisticsNav } from '../../statistics/statistics-nav'
import { ButtonLink } from '../../ui/form/button'
import { EmptyState } from '../../ui/notice'
import { PageHeading, Section } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'

export const handle = { script: false, title: 'indicator:title' }

export async function loader(args: LoaderFunctionArgs) {
  const found = await asStaff(args, (tx) => openIndicators(tx))
  if (!found) throw notFound()
  return found
}

export default function IndicatorsRoute() {
  const data = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  const { unit, fewest, series } = data
  const told = parts.filter(({ topics }) =>
    topics.some(({ indicators }) => indicators.some((key) => series[key])),
  )
  return (
    <>
      <PageHeading
        title={t('indicator:title')}
        detail={<Swedish>{unit}</Swedish>}
        lead={t('indicator:lead')}
      />
      <StatisticsNav here={staffAt.indicators} leads />
      {told.length === 0 ? (
        <EmptyState heading={t('indicator:none.heading')}>
          <p>{t('indicator:none.what')}</p>
        </EmptyState>
      ) : (
        <>
          <PlotPatterns />
          {told.map(({ key, topics }) => (
            <Section key={key} heading={t(`indicator:part.${key}`)}>
              <div className="topics">
                {topics.map((topic) => (
                  <TopicFigure key={topic.key} topic={topic} data={data} />
                ))}
              </div>
            </Section>
          ))}
        </>
      )}
      <Section heading={t('indicator:how.heading')}>
        <p>{t('indicator:how.hidden', { fewest })}</p>
        <p>{t('indicator:how.when')}</p>
        <p>{t('indicator:how.nobody')}</p>
        <div className="actions">
          <ButtonLink href={staffAt.indicatorsExport}>{t('statistics:export')}</ButtonLink>
        </div>
      </Section>
    </>
  )
}
