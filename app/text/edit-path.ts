import { giveWay } from './give-way.ts'

export type EditPath = {
  /** For each item of the second list: index of the equal one in the first, or -1. */
  matches: Int32Array
  inserted: number
  deleted: number
  substituted: number
}

type Band = { width: number; directions: Uint8Array }

const [diagonal, fromAbove, fromLeft] = [0, 1, 2]
const unreached = 0x3fffffff

/** 64 MB: 25,000 words with a thousand edits. Beyond that, the middle is not compared. */
const maxCells = 64 * 1024 * 1024

/** Between two turns of other requests: some milliseconds. */
const cellsInTurn = 1024 * 1024

/** Levenshtein path in a widening band (Ukkonen 1985): O(n·d) for n items, d edits. Items are word ids. */
export async function editPath(from: Int32Array, to: Int32Array): Promise<EditPath> {
  const start = commonStart(from, to)
  const end = commonEnd(from.subarray(start), to.subarray(start))
  const path = await pathBetween(from.subarray(start, from.length - end), to.subarray(start, to.length - end))
  const matches = new Int32Array(to.length)
  matches.set(Int32Array.from({ length: start }, (_, index) => index))
  matches.set(
    path.matches.map((match) => (match === -1 ? -1 : match + start)),
    start,
  )
  for (let back = 1; back <= end; back++) matches[to.length - back] = from.length - back
  return { ...path, matches }
}

async function pathBetween(from: Int32Array, to: Int32Array): Promise<EditPath> {
  const longest = Math.max(from.length, to.length)
  const difference = Math.abs(from.length - to.length)
  for (let edits = Math.min(longest, Math.max(difference, 64)); ; edits = Math.min(longest, edits * 4)) {
    if ((from.length + 1) * (2 * edits + 1) > maxCells) return allReplaced(from, to)
    const band = await fillBand(from, to, edits)
    if (band) return walkBack(from, to, band)
  }
}

async function fillBand(from: Int32Array, to: Int32Array, edits: number): Promise<Band | null> {
  const width = 2 * edits + 1
  const directions = new Uint8Array((from.length + 1) * width)
  let above = new Int32Array(width + 2).fill(unreached)
  let row = new Int32Array(width + 2).fill(unreached)
  const rowsInTurn = Math.ceil(cellsInTurn / width)
  for (let i = 0; i <= from.length; i++) {
    if (i % rowsInTurn === rowsInTurn - 1) await giveWay()
    row.fill(unreached)
    const last = Math.min(to.length, i + edits)
    let least = unreached
    for (let j = Math.max(0, i - edits); j <= last; j++) {
      const at = j - i + edits + 1
      let cost = i === 0 && j === 0 ? 0 : unreached
      let direction = diagonal
      if (i > 0 && j > 0) cost = above[at]! + (from[i - 1] === to[j - 1] ? 0 : 1)
      if (above[at + 1]! + 1 < cost) {
        cost = above[at + 1]! + 1
        direction = fromAbove
      }
      if (row[at - 1]! + 1 < cost) {
        cost = row[at - 1]! + 1
        direction = fromLeft
      }
      row[at] = cost
      if (cost < least) least = cost
      directions[i * width + at - 1] = direction
    }
    if (least > edits) return null
    ;[above, row] = [row, above]
  }
  const distance = above[to.length - from.length + edits + 1]!
  return distance > edits ? null : { width, directions }
}

function walkBack(from: Int32Array, to: Int32Array, { width, directions }: Band): EditPath {
  const path = { matches: new Int32Array(to.length).fill(-1), inserted: 0, deleted: 0, substituted: 0 }
  const middle = (width - 1) / 2
  let [i, j] = [from.length, to.length]
  while (i > 0 || j > 0) {
    const direction = directions[i * width + j - i + middle]
    if (direction === fromAbove) path.deleted++
    else if (direction === fromLeft) path.inserted++
    else if (from[i - 1] === to[j - 1]) path.matches[j - 1] = i - 1
    else path.substituted++
    if (direction !== fromLeft) i--
    if (direction !== fromAbove) j--
  }
  return path
}

function allReplaced(from: Int32Array, to: Int32Array): EditPath {
  const substituted = Math.min(from.length, to.length)
  return {
    matches: new Int32Array(to.length).fill(-1),
    inserted: to.length - substituted,
    deleted: from.length - substituted,
    substituted,
  }
}

function commonStart(from: Int32Array, to: Int32Array): number {
  let length = 0
  while (length < from.length && length < to.length && from[length] === to[length]) length++
  return length
}

function commonEnd(from: Int32Array, to: Int32Array): number {
  let length = 0
  while (
    length < from.length &&
    length < to.length &&
    from[from.length - 1 - length] === to[to.length - 1 - length]
  ) {
    length++
  }
  return length
}
