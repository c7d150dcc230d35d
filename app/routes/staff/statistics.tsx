import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { useLanguage } from '../../i18n/language-context'
import { BarPatterns, BarPlot } from '../../statistics/bar-plot'
import {
  openDocumentationTimes,
  type DocumentationTimes,
  type Quarter,
} from '../../statistics/documentation-times'
import { HowCounted } from '../../statistics/how-counted'
import { useQuarterName } from '../../statistics/names'
import { QuarterTable } from '../../statistics/quarter-table'
import { StatisticsNav } from '../../statistics/statistics-nav'
import { TooFew } from '../../statistics/too-few'
import { ButtonLink } from '../../ui/form/button'
import { Disclose } from '../../ui/disclose'
import { PageHeading, Section } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'
import { WorkColumns } from '../../ui/page/work-columns'

export const handle = { script: false, title: 'statistics:title' }

export function loader(args: LoaderFunctionArgs) {
  return asStaff(args, (tx) => openDocumentationTimes(tx))
}

export default function StatisticsRoute() {
  const times = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  const { unit, leads, quarters } = times
  const newest = quarters.find(hasFigures)
  return (
    <>
      <PageHeading
        title={t('statistics:title')}
        detail={<Swedish>{unit}</Swedish>}
        lead={t('statistics:lead')}
      />
      <StatisticsNav here={staffAt.statistics} leads={leads} />
      <WorkColumns beside={<HowCounted times={times} />}>
        {newest ? <Plots quarter={newest} /> : <TooFew times={times} />}
      </WorkColumns>
      {quarters.length > 0 ? <Tables times={times} /> : null}
    </>
  )
}

function Plots({ quarter }: { quarter: Quarter }) {
  const quarterName = useQuarterName()
  const byOrigin = quarter.groups.filter(({ engine }) => engine === null)
  const byEngine = quarter.groups.filter(({ engine }) => engine !== null)
  return (
    <Section heading={quarterName(quarter.begins)}>
      <BarPatterns />
      <div className="plots">
        <BarPlot measure="firstDraftSeconds" groups={byOrigin} />
        <BarPlot measure="editSeconds" groups={byOrigin} />
        <BarPlot measure="dictationSeconds" groups={byOrigin} />
        <BarPlot measure="wordEditRate" groups={byEngine} />
      </div>
    </Section>
  )
}

function Tables({ times: { quarters, fewest } }: { times: DocumentationTimes }) {
  const { t } = useLanguage()
  const quarterName = useQuarterName()
  const [newest, ...earlier] = quarters
  return (
    <Section heading={t('statistics:tables')}>
      <p>{t('statistics:why', fewest)}</p>
      <div className="actions">
        <ButtonLink href={staffAt.statisticsExport}>{t('statistics:export')}</ButtonLink>
      </div>
      <div className="quarters">
        {newest ? <QuarterTable quarter={newest} /> : null}
        {earlier.map((quarter) => (
          <Disclose key={quarter.begins} summary={quarterName(quarter.begins)}>
            <QuarterTable quarter={quarter} captionIsHidden />
          </Disclose>
        ))}
      </div>
    </Section>
  )
}

function hasFigures({ groups }: Quarter): boolean {
  return groups.some(({ figures }) => Object.values(figures).some((figure) => typeof figure === 'number'))
}
