import { useLanguage } from '../i18n/language-context'
import { origins, type Group, type Measure } from './documentation-times'
import { FigureText } from './figure-text'
import { useGroupName } from './names'

type BarPlotProps = { measure: Measure; groups: readonly Group[] }

/** The origin also shows in the pattern. A hidden group is an empty frame, not a short bar. */
export function BarPlot({ measure, groups }: BarPlotProps) {
  const { t } = useLanguage()
  const groupName = useGroupName()
  const measured = groups.filter(({ figures }) => figures[measure] !== undefined)
  if (!measured.some(({ figures }) => typeof figures[measure] === 'number')) return null
  const longest = Math.max(...measured.map(({ figures }) => figures[measure] ?? 0), Number.MIN_VALUE)
  return (
    <figure className="plot">
      <figcaption>{t(`statistics:plot.${measure}`)}</figcaption>
      <ul role="list">
        {measured.map((group) => (
          <li
            key={JSON.stringify([group.origin, group.engine])}
            className={`bar bar-${group.origin ?? 'all'}`}
          >
            <span className="bar-name">
              {group.engine && group.origin ? `${t(`statistics:origin.${group.origin}`)}: ` : null}
              {groupName(group)}
            </span>
            <Bar group={group} share={shareOf(group.figures[measure], longest)} />
            <span className="bar-figure">
              <FigureText measure={measure} figure={group.figures[measure]} />
            </span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

function shareOf(figure: number | null | undefined, longest: number): number | null {
  return typeof figure === 'number' ? figure / longest : null
}

function Bar({ group: { origin }, share }: { group: Group; share: number | null }) {
  return (
    <svg className="bar-line" aria-hidden="true">
      {share === null ? (
        <rect className="bar-hidden" x="1" y="1" width="64" height="14" />
      ) : (
        <rect width={`${(share * 100).toFixed(1)}%`} height="16" fill={`url(#bar-${origin ?? 'all'})`} />
      )}
    </svg>
  )
}

/** The fill patterns: render once per page. */
export function BarPatterns() {
  return (
    <svg className="bar-patterns" aria-hidden="true">
      <defs>
        {(['all', ...origins] as const).map((key) => (
          <pattern
            key={key}
            id={`bar-${key}`}
            className={`bar-${key}`}
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
          >
            <rect className="bar-ground" width="8" height="8" />
            <path className="bar-mark" d={marks[key]} />
          </pattern>
        ))}
      </defs>
    </svg>
  )
}

const marks = {
  all: '',
  spoken: 'M-2 6 L6 -2 M2 10 L10 2',
  typed: 'M0 4 H8',
  uploaded: 'M4 0 V8',
  ingested: 'M0 4 H8 M4 0 V8',
}
