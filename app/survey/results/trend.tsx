import { useLanguage } from '../../i18n/language-context'
import type { ToldRound } from './read-results'
import { seasonName, shortSeasonName } from './season-name'
import type { Share } from './share'
import { percentWords } from './share-words'

const [width, height, step] = [240, 84, 30]
const [top, bottom] = [22, 58]

/** Shares of round after round as a thin line; a round that is hidden leaves a gap with "..". */
export function Trend({ shares, rounds }: { shares: readonly Share[]; rounds: readonly ToldRound[] }) {
  const { t, dir, language } = useLanguage()
  const points = shares.map((share, place) => {
    const along = step + (place * (width - 2 * step)) / Math.max(shares.length - 1, 1)
    const percent = share && 'percent' in share ? share.percent : null
    return {
      x: dir === 'rtl' ? width - along : along,
      y: percent === null ? null : Math.round(bottom - ((bottom - top) * percent) / 100),
      percent,
      isExact: share?.kind === 'exact',
      round: rounds[place]!,
    }
  })
  return (
    <svg
      className="trend"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('results:trend.label', {
        shares: points
          .map(({ round, percent }) =>
            t('results:trend.point', {
              round: seasonName(t, round),
              share: percent === null ? t('results:hidden') : percentWords(percent, language),
            }),
          )
          .join(', '),
      })}
    >
      {points.slice(1).map((point, place) => {
        const before = points[place]!
        if (point.y === null || before.y === null) return null
        return (
          <line
            key={point.round.id}
            x1={before.x}
            y1={before.y}
            x2={point.x}
            y2={point.y}
            stroke="currentColor"
            strokeWidth="2"
          />
        )
      })}
      {points.map(({ x, y, percent, isExact, round }) => (
        <g key={round.id} fontSize="13" textAnchor="middle" fill="currentColor">
          {y === null ? null : (
            <circle
              cx={x}
              cy={y}
              r="4"
              {...(isExact ? {} : { className: 'trend-limit', stroke: 'currentColor', strokeWidth: 2 })}
            />
          )}
          <text x={x} y={(y ?? bottom) - 9} direction="ltr">
            {percent === null ? '..' : percentWords(percent, language)}
          </text>
          <text x={x} y={height - 4}>
            {shortSeasonName(t, round)}
          </text>
        </g>
      ))}
    </svg>
  )
}
