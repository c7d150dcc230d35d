type Upload = { id: string; startedAt: string }
export type UploadOrder = { number: number; all: number }

/** In the order they came, by id: the names of files are not kept, and several may come in one minute. */
export function uploadOrder(uploads: readonly Upload[]): Map<string, UploadOrder> {
  const startOf = new Map(uploads.map(({ id, startedAt }) => [id, Date.parse(startedAt)]))
  const inOrder = [...startOf].toSorted(([, one], [, other]) => one - other)
  return new Map(inOrder.map(([id], index) => [id, { number: index + 1, all: inOrder.length }]))
}
