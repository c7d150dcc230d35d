import type { MetaFunction } from '@remix-run/node'

export const meta: MetaFunction = () => [{ title: 'En sida utan data' }]

// As many that the HTML weighs about what the portal's case page does.
const rows = Array.from({ length: 34 }, (_, index) => index + 1)

/** A page that asks nobody for anything. */
export default function Page() {
  return (
    <main>
      <h1>En sida utan data</h1>
      <ul className="list">
        {rows.map((row) => (
          <li key={row} className="row">
            <a href={`/rad/${row}`}>
              <span className="row-title">Rad {row}</span>
              <span className="row-detail">Samma text på varje rad, utan att något hämtas.</span>
            </a>
          </li>
        ))}
      </ul>
    </main>
  )
}
