import { useLanguage } from '../../i18n/language-context'
import type { Indicators, Period, Series } from './indicators'
import type { Topic } from './topics'
import { periodWords, shortPeriod, valueWords } from './words'

type TopicTableProps = { name: string; topic: Topic; periods: readonly Period[]; data: Indicators }

/** Newest first. The last column tells how many are behind the first figure. */
export function TopicTable({ name, topic, periods, data }: TopicTableProps) {
  const { t } = useLanguage()
  const [first] = topic.indicators
  const behind = data.series[first]?.measuredIn === 'people' ? null : data.series[first]
  return (
    <div className="figures-frame">
      <table className="figures">
        <caption className="sr">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('indicator:period')}</th>
            {topic.indicators.map((key) => (
              <th key={key} scope="col" className="is-number">
                {t(`indicator:column.${key}`)}
              </th>
            ))}
            {behind ? (
              <th scope="col" className="is-number">
                {t('indicator:subjects')}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {periods.toReversed().map((period) => (
            <tr key={period.begins}>
              <th scope="row">
                <span aria-hidden="true">
                  {shortPeriod(period, t)} {period.begins.slice(0, 4)}
                </span>
                <span className="sr">{periodWords(period, t)}</span>
              </th>
              {topic.indicators.map((key) => (
                <td key={key} className="is-number">
                  <Value series={data.series[key]} begins={period.begins} />
                </td>
              ))}
              {behind ? (
                <td className="is-number">
                  <Subjects series={behind} begins={period.begins} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type ValueProps = { series: Series | undefined; begins: string }

/** ".." for a hidden figure, a dash for what was not measured. Screen readers get words. */
function Value({ series, begins }: ValueProps) {
  const { t, language } = useLanguage()
  const figure = series?.told[begins]
  if (series && figure) return <>{valueWords(series.measuredIn, figure.value, { t, language })}</>
  return <NoFigure isHidden={figure === null} />
}

function Subjects({ series, begins }: ValueProps) {
  const figure = series?.told[begins]
  return figure ? <>{figure.subjects}</> : <NoFigure isHidden={figure === null} />
}

function NoFigure({ isHidden }: { isHidden: boolean }) {
  const { t } = useLanguage()
  return (
    <>
      <span aria-hidden="true">{isHidden ? '..' : '–'}</span>
      <span className="sr">{isHidden ? t('indicator:hidden') : t('indicator:notMeasured')}</span>
    </>
  )
}
