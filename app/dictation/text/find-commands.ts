import { type Command, commandTable } from './command-table.ts'
import { type DictatedWord, dictatedWords, hasMark } from './dictated-words.ts'
import { escapeReading } from './escaped-command.ts'
import type { Place } from './place.ts'
import { readingOf } from './word-or-command.ts'

export type CommandMode = 'automatic' | 'spoken'

/** `isUnsure`: may have been meant as a command. `at`: the number of the word in the phrase. */
type WordPiece = { kind: 'word'; text: string; marks: string; at: number; isUnsure: boolean }
export type Piece = Command | WordPiece

const reach = 12

/** Engine punctuation after a command is dropped. `before` is the text this phrase continues. */
export function* findCommands(
  words: readonly DictatedWord[],
  mode: CommandMode,
  before: string,
): Generator<Piece, void> {
  const isPunctuated = words.some(hasMark)
  let behind = lastWords(before)
  let isLeftFree = true
  let isAtStart = /(?:^|[.!?:;…\n]) *$/.test(before.slice(-3))
  const wordPiece = (at: number, isUnsure: boolean): Piece => {
    const word = words[at]!
    isLeftFree = hasMark(word)
    isAtStart = isLeftFree
    behind = isLeftFree ? [] : [...behind.slice(1 - reach), word.core.toLowerCase()]
    return { kind: 'word', text: word.lead + word.core, marks: word.marks, at, isUnsure }
  }
  const wordPieces = function* (from: number, end: number, isUnsure: boolean) {
    for (let at = from; at < end; at++) yield wordPiece(at, isUnsure)
  }
  for (let at = 0; at < words.length; at++) {
    const escaped = mode === 'spoken' && isEscape(words[at]!) ? commandAt(words, at + 1) : null
    if (escaped) {
      const last = at + escaped.length
      const reading = escapeReading({
        name: escaped.name,
        before: behind,
        isLast: isRightFree(words, last + 1),
      })
      if (reading !== 'word') {
        if (reading === 'unsure') yield wordPiece(at, false)
        yield* wordPieces(at + 1, last + 1, reading === 'unsure')
        at = last
        continue
      }
    }
    const found = commandAt(words, at)
    if (!found) {
      yield wordPiece(at, false)
      continue
    }
    const end = at + found.length
    const follower = commandAt(words, end)
    const place: Place = {
      name: found.name,
      before: behind,
      after: wordsAfter(words, end),
      touches: { left: isLeftFree, right: isRightFree(words, end) },
      follower: follower && kindOfFollower(found.name, follower.name),
      isAtStart,
      isPunctuated,
    }
    const reading = mode === 'spoken' ? readingOf(place) : readingAlone(place)
    if (reading !== 'command') {
      yield* wordPieces(at, end, reading === 'unsure')
      at = end - 1
      continue
    }
    const command = commandOf(found.name)
    yield command
    isAtStart = command.kind === 'mark' || command.kind === 'break'
    behind = isAtStart ? [] : [...behind.slice(1 - reach), '”']
    isLeftFree = true
    at = end - 1
  }
}

/** In mode `automatic`: only line breaks that stand alone. */
function readingAlone(place: Place): 'command' | 'word' | 'unsure' {
  const isAlone = place.touches.left && place.touches.right
  const reading = readingOf(place)
  if (!isAlone || reading === 'word') return 'word'
  return commandOf(place.name).kind === 'break' ? reading : 'unsure'
}

function kindOfFollower(name: string, follower: string): 'same' | 'mark' | 'other' {
  if (commandOf(follower).kind !== 'mark') return 'other'
  return follower === name ? 'same' : 'mark'
}

const commandOf = (name: string) => commandTable.get(name)!.command

const isEscape = ({ core, marks }: DictatedWord) => marks === '' && core.toLowerCase() === 'ordet'

function commandAt(words: readonly DictatedWord[], at: number): { name: string; length: number } | null {
  const first = words[at]
  if (!first) return null
  const one = first.core.toLowerCase()
  if (commandTable.has(one)) return { name: one, length: 1 }
  const two = `${one} ${words[at + 1]?.core.toLowerCase() ?? ''}`
  return first.marks === '' && commandTable.has(two) ? { name: two, length: 2 } : null
}

const isRightFree = (words: readonly DictatedWord[], end: number) =>
  end === words.length || hasMark(words[end - 1]!) || commandAt(words, end) !== null

function wordsAfter(words: readonly DictatedWord[], end: number): string[] {
  const after: string[] = []
  for (let at = end; at < words.length && after.length < 3; at++) {
    if (hasMark(words[at - 1]!) || commandAt(words, at)) break
    after.push(words[at]!.core.toLowerCase())
  }
  return after
}

function lastWords(before: string): string[] {
  const end = before.slice(-160)
  const afterMark = end.slice(end.search(/[^.,!?:;…\n]*$/)).toLowerCase()
  return Array.from(dictatedWords(afterMark), ({ core }) => core).slice(-reach)
}
