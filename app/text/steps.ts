/** Work that may be long, one piece after another: at once in a browser, in turns on the server (give-way.ts). */
export type Steps<Made> = Generator<unknown, Made, undefined>

export function atOnce<Made>(steps: Steps<Made>): Made {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** All of them, one a step. */
export function* allOf<T>(rows: Iterable<T>): Steps<T[]> {
  const all: T[] = []
  for (const row of rows) {
    all.push(row)
    yield
  }
  return all
}
