type FillPatternsProps = { fills: readonly { id: string; className: string; mark: string }[] }

/** Parts of a plot differ by pattern too, not by colour alone: drawn once a page, used by id. */
export function FillPatterns({ fills }: FillPatternsProps) {
  return (
    <svg className="bar-patterns" aria-hidden="true">
      <defs>
        {fills.map(({ id, className, mark }) => (
          <pattern key={id} id={id} className={className} width="8" height="8" patternUnits="userSpaceOnUse">
            <rect className="bar-ground" width="8" height="8" />
            <path className="bar-mark" d={mark} />
          </pattern>
        ))}
      </defs>
    </svg>
  )
}
