import {
  measures,
  type DocumentationTimes,
  type Figure,
  type Measure,
  type Origin,
} from './documentation-times'

type Names = {
  quarter: string
  origin: string
  engine: string
  all: string
  measure: Record<Measure, string>
  origins: Record<Origin, string>
}

export function documentationTimesRows({ quarters }: DocumentationTimes, names: Names) {
  const head = [
    names.quarter,
    names.origin,
    names.engine,
    ...measures.map((measure) => names.measure[measure]),
  ]
  const lines = quarters.flatMap(({ begins, groups }) =>
    groups.map(({ origin, engine, figures }) => [
      quarterCode(begins),
      origin ? names.origins[origin] : names.all,
      engine ?? '',
      ...measures.map((measure) => cellOf(figures[measure])),
    ]),
  )
  return [head, ...lines]
}

function cellOf(figure: Figure): string | number | undefined {
  return figure === null ? '..' : figure
}

/** 2026-07-01 → "2026-K3", which sorts. */
function quarterCode(begins: string): string {
  return `${begins.slice(0, 4)}-K${quarterNumber(begins)}`
}

export function quarterNumber(begins: string): number {
  return Math.ceil(Number(begins.slice(5, 7)) / 3)
}
