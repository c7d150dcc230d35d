import { FillPatterns } from '../fill-patterns'

/** The parts of a plot differ by pattern too: render once per page. */
export function PlotPatterns() {
  const fills = Object.entries(marks).map(([part, mark]) => ({
    id: `plot-${part}`,
    className: `plot-part-${part}`,
    mark,
  }))
  return <FillPatterns fills={fills} />
}

// From the baseline up.
const marks = {
  1: '',
  2: 'M-2 6 L6 -2 M2 10 L10 2',
  3: 'M0 4 H8 M4 0 V8',
  4: 'M0 4 H8',
}

export const patternOf = (place: number) => `url(#plot-${place + 1})`

/** What each pattern stands for. */
export function PlotLegend({ names }: { names: readonly string[] }) {
  return (
    <ul className="legend" role="list">
      {names.map((name, place) => (
        <li key={name}>
          <svg width="20" height="20" aria-hidden="true">
            <rect className="plot-edge" width="20" height="20" fill={patternOf(place)} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}
