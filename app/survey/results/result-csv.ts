import type { TFunction } from '../../i18n/texts.ts'
import type { ResultRow } from './result-rows.ts'

/** The rows as a sheet, and below them what is counted and what two dots mean. */
export function resultCsv(rows: readonly ResultRow[], t: TFunction): (string | number | undefined)[][] {
  const columns: [string, (row: ResultRow) => string | number | undefined][] = [
    ['round', ({ year, season }) => t(`results:season.${season}`, { year })],
    ['area', ({ area }) => t(`results:csv.${area}`)],
    ['group', ({ respondentGroup }) => t(`form:group.${respondentGroup}`)],
    ['form', ({ instrument, version }) => `${instrument} ${version}`],
    ['question', ({ question }) => question],
    ['quality', ({ qualityArea }) => (qualityArea ? t(`form:quality.${qualityArea}`) : '')],
    ['kolada', ({ koladaId }) => koladaId ?? ''],
    ['option', ({ option }) => option ?? t('results:csv.allPositive')],
    ['answers', ({ answers }) => answers ?? '..'],
    ['percent', ({ percent }) => percent ?? '..'],
    ['says', ({ says }) => t(`results:csv.${says}`)],
  ]
  const notes = ['positive', 'few', 'limit', 'more'].map((note) => [t(`results:how.${note}`)])
  return [
    columns.map(([name]) => t(`results:csv.${name}`)),
    ...rows.map((row) => columns.map(([, cellOf]) => cellOf(row))),
    [],
    ...notes,
    [t('results:export.source')],
  ]
}
