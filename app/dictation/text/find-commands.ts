import { type Command, commandTable } from './command-table.ts'
import { type DictatedWord, dictatedWords, hasMark } from './dictated-words.ts'
import { isSpokenCommand, type Place, standsAlone } from './word-or-command.ts'

export type CommandMode = 'automatic' | 'spoken'

export type Piece = Command | { kind: 'word'; text: string; marks: string }

const reach = 4

/** Engine punctuation after a command is dropped. `before` is the text this phrase continues. */
export function findCommands(text: string, mode: CommandMode, before: string): Piece[] {
  const words = dictatedWords(text)
  const isPunctuated = words.some(hasMark)
  const pieces: Piece[] = []
  let behind = lastWords(before)
  let isLeftFree = true
  const addWord = (word: DictatedWord) => {
    pieces.push({ kind: 'word', text: word.lead + word.core, marks: word.marks })
    isLeftFree = hasMark(word)
    behind = isLeftFree ? [] : [...behind, word.core.toLowerCase()].slice(-reach)
  }
  for (let at = 0; at < words.length; at++) {
    const escaped = mode === 'spoken' && isEscape(words[at]!) ? commandAt(words, at + 1) : null
    if (escaped) {
      words.slice(at + 1, at + 1 + escaped.length).forEach(addWord)
      at += escaped.length
      continue
    }
    const found = commandAt(words, at)
    const end = at + (found?.length ?? 1)
    const place = found && {
      name: found.name,
      before: behind,
      next: hasMark(words[end - 1]!) ? undefined : words[end]?.core.toLowerCase(),
      touches: { left: isLeftFree, right: isRightFree(words, end) },
      isPunctuated,
    }
    if (!place || !isCommand(place, mode)) {
      addWord(words[at]!)
      continue
    }
    pieces.push(commandTable.get(place.name)!.command)
    behind = []
    isLeftFree = true
    at = end - 1
  }
  return pieces
}

function isCommand(place: Place, mode: CommandMode): boolean {
  if (mode === 'spoken') return isSpokenCommand(place)
  return commandTable.get(place.name)!.command.kind === 'break' && standsAlone(place)
}

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

function lastWords(before: string): string[] {
  const end = before.slice(-160)
  const afterMark = end.slice(end.search(/[^.,!?:;…)"”“\n]*$/)).toLowerCase()
  return dictatedWords(afterMark)
    .map(({ core }) => core)
    .slice(-reach)
}
