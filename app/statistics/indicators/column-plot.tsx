import { useLanguage } from '../../i18n/language-context'
import { patternOf } from './plot-patterns'

/** `heights` are shares of the tallest, from the baseline up; null: hidden, undefined: not measured. */
export type Column = {
  key: string
  heights: readonly number[] | null | undefined
  label: string
  under: readonly [string, string]
}

const top = 26
const tall = 110
const baseline = top + tall

type ColumnPlotProps = { label: string; columns: readonly Column[] }

/** Time runs the way the page is read. A hidden column is an empty frame, not a short one. */
export function ColumnPlot({ label, columns }: ColumnPlotProps) {
  const { dir } = useLanguage()
  const inOrder = dir === 'rtl' ? columns.toReversed() : columns
  const step = 100 / columns.length
  return (
    <svg className="columns-plot" width="100%" height={baseline + 46} role="img" aria-label={label}>
      <line className="plot-line" x1="0" x2="100%" y1={top} y2={top} />
      {inOrder.map((column, place) => (
        <OneColumn key={column.key} column={column} at={place * step} step={step} />
      ))}
      <line className="plot-base" x1="0" x2="100%" y1={baseline} y2={baseline} />
    </svg>
  )
}

function OneColumn({ column, at, step }: { column: Column; at: number; step: number }) {
  const { heights, label, under } = column
  const middle = percent(at + step / 2)
  const area = { x: percent(at + step * 0.18), width: percent(step * 0.64) }
  const height = heights ? heights.reduce((sum, each) => sum + each, 0) * tall : 0
  return (
    <>
      {heights === null ? (
        <rect className="bar-hidden" {...area} y={baseline - tall / 2} height={tall / 2} />
      ) : null}
      {stacked(heights ?? []).map(({ from, share }, place) => (
        <rect
          key={place}
          className="plot-edge"
          {...area}
          y={round(baseline - (from + share) * tall)}
          height={round(share * tall)}
          fill={patternOf(place)}
        />
      ))}
      <text
        className="plot-value"
        x={middle}
        y={round(baseline - (heights === null ? tall / 2 : height) - 7)}
      >
        {label}
      </text>
      {under.map((words, line) => (
        <text key={line} className="plot-under" x={middle} y={baseline + 18 + line * 18}>
          {words}
        </text>
      ))}
    </>
  )
}

function stacked(heights: readonly number[]) {
  return heights.map((share, place) => ({
    share,
    from: heights.slice(0, place).reduce((sum, each) => sum + each, 0),
  }))
}

const percent = (share: number) => `${round(share)}%`
const round = (value: number) => Number(value.toFixed(2))
