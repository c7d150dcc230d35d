import template from './delivery-template.json' with { type: 'json' }
import type { ResultRow } from './result-rows.ts'

type Cell = string | number | undefined

/**
 * The file that SKR's survey asks for, as its template lays it out: the official questions of the newest round, of the
 * whole municipality. A share that is not told exactly is "..".
 */
export function deliveryRows(
  rows: readonly ResultRow[],
  municipality: string,
  groupNames: (group: string) => string,
): Cell[][] {
  const [newest] = rows
  const delivered = rows.filter(
    ({ year, season, area, koladaId, option }) =>
      year === newest?.year && season === newest.season && area === 'municipality' && koladaId && !option,
  )
  const valuesOf = (row: ResultRow): Record<string, Cell> => ({
    municipality,
    year: row.year,
    respondentGroup: groupNames(row.respondentGroup),
    koladaId: row.koladaId ?? '',
    question: row.question,
    answers: row.answers ?? '..',
    positiveShare: row.says === 'exact' && row.percent !== null ? row.percent : '..',
  })
  return [
    template.columns.map(({ header }) => header),
    ...delivered.map((row) => template.columns.map(({ value }) => valuesOf(row)[value])),
  ]
}
