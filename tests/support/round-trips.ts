import pg from 'pg'

type Query = (this: { user?: string }, ...given: unknown[]) => unknown

/** How many times the portal asks the database while something is done. Several statements sent as one are one. */
export async function countRoundTrips<T>(work: () => Promise<T>): Promise<{ value: T; trips: number }> {
  const client = pg.Client.prototype as unknown as { query: Query }
  const { query } = client
  let trips = 0
  client.query = function (...given) {
    if (this.user === 'portal') trips++
    return query.apply(this, given)
  }
  try {
    return { value: await work(), trips }
  } finally {
    client.query = query
  }
}
