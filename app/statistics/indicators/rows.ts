import type { TFunction } from '../../i18n/texts'
import type { Indicators } from './indicators'
import { parts } from './topics'
import { limitOf, limitWords, periodCode, topicName } from './words'

/** A line a figure, which says itself what it is, in which unit and what it is measured against. */
export function indicatorRows(data: Indicators, t: TFunction) {
  const head = ['period', 'topic', 'figure', 'value', 'unit', 'subjects', 'limit', 'source', 'means']
  const lines = parts
    .flatMap(({ topics }) => topics)
    .flatMap((topic) => {
      const limit = limitOf(topic.indicators, data)
      const periods = topic.key === 'survey' ? data.seasons : data.quarters
      return topic.indicators.flatMap((key) => {
        const series = data.series[key]
        if (!series) return []
        return periods
          .filter(({ begins }) => series.told[begins] !== undefined)
          .map((period) => {
            const figure = series.told[period.begins]
            return [
              periodCode(period),
              topicName(topic.key, limit, t),
              t(`indicator:column.${key}`),
              figure ? figure.value : '..',
              t(`indicator:unit.${series.measuredIn}`),
              figure ? figure.subjects : '..',
              limit ? limitWords(limit, t) : '',
              limit ? limit.source : '',
              t(`indicator:means.${topic.key}`),
            ]
          })
      })
    })
  return [head.map((column) => t(`indicator:csv.${column}`)), ...lines]
}
