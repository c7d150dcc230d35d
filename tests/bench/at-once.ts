/**
 * Does something over and over in so many places at once, each as soon as its last is done.
 * @returns how often a second, over the time that all of it took
 */
export async function perSecond(
  places: number,
  seconds: number,
  work: (place: number) => Promise<void>,
): Promise<number> {
  let done = 0
  const begun = performance.now()
  const until = begun + seconds * 1000
  const place = async (index: number) => {
    while (performance.now() < until) {
      await work(index)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: places }, (_, index) => place(index)))
  return done / ((performance.now() - begun) / 1000)
}
