type ErrorSummaryProps = { heading: string; errors: readonly { href: string; text: string }[] }

/** Lists all faults, each a link to its field. Takes the focus when the page loads (WCAG 3.3.1). */
export function ErrorSummary({ heading, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null
  return (
    <div className="errors" role="alert" tabIndex={-1} autoFocus>
      <h2>{heading}</h2>
      <ul role="list">
        {errors.map(({ href, text }) => (
          <li key={`${href} ${text}`}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
