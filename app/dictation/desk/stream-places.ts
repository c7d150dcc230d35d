/** Over HTTP/1.1 all tabs of a browser share six connections to a server: these are for streams, the rest for pages. */
const places = ['recording stream 1', 'recording stream 2']

/** Named by a lock, which all tabs of the browser see. */
export async function freestPlace(): Promise<string> {
  const { held = [], pending = [] } = await navigator.locks.query()
  const taken = [...held, ...pending]
  const many = (place: string) => taken.filter(({ name }) => name === place).length
  return places.reduce((freest, place) => (many(place) < many(freest) ? place : freest))
}

export async function isAskedFor(place: string): Promise<boolean> {
  const { pending = [] } = await navigator.locks.query()
  return pending.some(({ name }) => name === place)
}
