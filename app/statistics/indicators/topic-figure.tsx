import { useLanguage } from '../../i18n/language-context'
import { Swedish } from '../../ui/swedish'
import type { Indicators } from './indicators'
import { TopicPlot } from './topic-plot'
import { TopicTable } from './topic-table'
import type { Topic } from './topics'
import { limitOf, topicName } from './words'

/** Nothing for what was never measured in the unit. */
export function TopicFigure({ topic, data }: { topic: Topic; data: Indicators }) {
  const { t } = useLanguage()
  if (!topic.indicators.some((key) => data.series[key])) return null
  const limit = limitOf(topic.indicators, data)
  const name = topicName(topic.key, limit, t)
  const periods = topic.key === 'survey' ? data.seasons : data.quarters
  const shown = { name, topic, periods, data }
  return (
    <figure className="topic">
      <figcaption>
        <h3>{name}</h3>
        <p className="muted">
          {t(`indicator:means.${topic.key}`)}
          {limit ? (
            <>
              {' '}
              {t('indicator:source')} <Swedish>{limit.source}</Swedish>.
            </>
          ) : null}
        </p>
      </figcaption>
      <div>
        <TopicPlot {...shown} />
      </div>
      <TopicTable {...shown} />
    </figure>
  )
}
