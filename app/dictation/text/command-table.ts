export type Command =
  | { kind: 'mark'; text: '.' | ',' | '?' | '!' | ':' | ';' }
  | { kind: 'break'; text: '\n' | '\n\n' }
  | { kind: 'quote' }
  | { kind: 'bracket'; text: '(' | ')' }
  | { kind: 'sign'; text: '%' | '–' }
  | { kind: 'hyphen' }

/**
 * Where the engine punctuates too. `always`: also in the middle of a sentence. `byPlace`: next to a mark.
 * `betweenMarks`: "komma" is the verb everywhere else.
 */
type Sureness = 'always' | 'byPlace' | 'betweenMarks'

type Entry = { command: Command; sureness: Sureness }

const entry = (sureness: Sureness, command: Command): Entry => ({ sureness, command })

/** Each is an ordinary word too: {@link readingOf} tells which it is. */
export const commandTable: ReadonlyMap<string, Entry> = new Map([
  ['punkt', entry('byPlace', { kind: 'mark', text: '.' })],
  ['komma', entry('betweenMarks', { kind: 'mark', text: ',' })],
  ['kommatecken', entry('always', { kind: 'mark', text: ',' })],
  ['frågetecken', entry('always', { kind: 'mark', text: '?' })],
  ['utropstecken', entry('always', { kind: 'mark', text: '!' })],
  ['kolon', entry('byPlace', { kind: 'mark', text: ':' })],
  ['semikolon', entry('always', { kind: 'mark', text: ';' })],
  ['citattecken', entry('always', { kind: 'quote' })],
  ['vänsterparentes', entry('always', { kind: 'bracket', text: '(' })],
  ['högerparentes', entry('always', { kind: 'bracket', text: ')' })],
  ['procenttecken', entry('always', { kind: 'sign', text: '%' })],
  ['tankstreck', entry('always', { kind: 'sign', text: '–' })],
  ['bindestreck', entry('byPlace', { kind: 'hyphen' })],
  ['ny rad', entry('byPlace', { kind: 'break', text: '\n' })],
  ['nytt stycke', entry('byPlace', { kind: 'break', text: '\n\n' })],
])
