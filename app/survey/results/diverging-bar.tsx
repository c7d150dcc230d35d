import { FillPatterns } from '../../statistics/fill-patterns'
import type { OptionPart } from './results-of-form'
import type { Share } from './share'

/** Whole per cent to both sides of the middle: positive answers to the end of the line, the others to its beginning. */
type Piece = { from: number; to: number; look: string }

const height = 20

/**
 * Sides in pattern as well as colour; the strongest answer of a side is drawn fullest where it may be told. What is hidden
 * is an empty frame, never a short bar. Says nothing that the words beside it do not.
 */
export function DivergingBar({ share, parts }: { share: Share; parts: readonly OptionPart[] }) {
  return (
    <svg className="bar-line diverging" aria-hidden="true" height={height}>
      {piecesOf(share, parts).map(({ from, to, look }) => (
        <rect
          key={look}
          x={at(from)}
          width={`${((to - from) / 2).toFixed(2)}%`}
          y="1"
          height={height - 2}
          {...(look.startsWith('open')
            ? { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5, strokeDasharray: '4 4' }
            : { fill: `url(#part-${look})` })}
        />
      ))}
      <line x1="50%" x2="50%" y1="0" y2={height} stroke="currentColor" strokeWidth="2" />
    </svg>
  )
}

// -100 is the beginning of the line, 0 its middle, 100 its end.
const at = (percent: number) => `${((100 + percent) / 2).toFixed(2)}%`

function piecesOf(share: Share, parts: readonly OptionPart[]): Piece[] {
  if (!share) return [{ from: -30, to: 30, look: 'open' }]
  // How many, nobody may know: a frame over the half that they are in.
  if (share.kind === 'most') return [{ from: 0, to: 100, look: 'open-positive' }]
  if (share.kind === 'few') return [{ from: -100, to: 0, look: 'open-negative' }]
  const { kind, percent } = share
  if (kind === 'atLeast')
    return [
      { from: 0, to: percent, look: 'positive' },
      { from: percent, to: 100, look: 'open-positive' },
    ]
  if (kind === 'atMost')
    return [
      { from: -(100 - percent), to: 0, look: 'negative' },
      { from: -100, to: -(100 - percent), look: 'open-negative' },
    ]
  const strongest = (side: boolean) => {
    const ofSide = parts.filter(({ positive }) => positive === side)
    return ofSide.length > 1 ? ((side ? ofSide[0] : ofSide.at(-1))?.percent ?? 0) : 0
  }
  const [best, worst, others] = [strongest(true), strongest(false), 100 - percent]
  return [
    { from: 0, to: Math.min(best, percent), look: 'best' },
    { from: Math.min(best, percent), to: percent, look: 'positive' },
    { from: -Math.min(worst, others), to: 0, look: 'worst' },
    { from: -others, to: -Math.min(worst, others), look: 'negative' },
  ].filter(({ from, to }) => to > from)
}

const marks = {
  best: '',
  positive: 'M-2 6 L6 -2 M2 10 L10 2',
  worst: 'M0 4 H8 M4 0 V8',
  negative: 'M4 4 h0.01',
}

/** The fill patterns: once a page. */
export function PartPatterns() {
  const fills = Object.entries(marks).map(([look, mark]) => ({
    id: `part-${look}`,
    className: `part-${look}`,
    mark,
  }))
  return <FillPatterns fills={fills} />
}
