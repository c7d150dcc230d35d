import { useLanguage } from '../../i18n/language-context'
import { ColumnPlot, type Column } from './column-plot'
import type { Indicators, Period, Told } from './indicators'
import { PlotLegend } from './plot-patterns'
import type { Topic } from './topics'
import { periodWords, shortPeriod, valueWords } from './words'

type TopicPlotProps = { name: string; topic: Topic; periods: readonly Period[]; data: Indicators }

/** Nothing where no period has a figure that may be told. */
export function TopicPlot({ name, topic, periods, data }: TopicPlotProps) {
  const { t, language } = useLanguage()
  const [first] = topic.indicators
  const shown = topic.isWhole ? topic.indicators : [first]
  const { measuredIn = 'share', told = {} } = data.series[first] ?? {}
  const values = Object.values(told).flatMap((each) => (each ? [each.value] : []))
  if (values.length === 0) return null
  const tallest = measuredIn === 'share' ? 1 : Math.max(...values, 1)
  const said = (figure: Told | undefined) => {
    if (figure) return valueWords(measuredIn, figure.value, { t, language })
    return figure === null ? t('indicator:hidden') : t('indicator:notMeasured')
  }
  const columns = periods.map((period): Column => {
    const figure = told[period.begins]
    return {
      key: period.begins,
      heights: figure && shown.map((key) => (data.series[key]?.told[period.begins]?.value ?? 0) / tallest),
      label: figure ? shortValue(figure.value, said(figure), measuredIn) : figure === null ? '..' : '–',
      under: [shortPeriod(period, t), period.begins.slice(0, 4)],
    }
  })
  const spoken = periods.map((period) => `${periodWords(period, t)}: ${said(told[period.begins])}`)
  return (
    <>
      <ColumnPlot label={`${name}. ${spoken.join('. ')}.`} columns={columns} />
      {topic.isWhole ? <PlotLegend names={shown.map((key) => t(`indicator:column.${key}`))} /> : null}
    </>
  )
}

function shortValue(value: number, words: string, measuredIn: string): string {
  return measuredIn === 'share' ? words : String(value)
}
