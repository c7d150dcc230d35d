export type Command =
  | { kind: 'mark'; text: '.' | ',' | '?' | '!' | ':' | ';' }
  | { kind: 'break'; text: '\n' | '\n\n' }
  | { kind: 'quote' }
  | { kind: 'bracket'; text: '(' | ')' }
  | { kind: 'sign'; text: '%' | '–' }
  | { kind: 'hyphen' }

/** `always`: also in the middle of a sentence. The others are words too: "komma" is `betweenMarks`. */
type Sureness = 'always' | 'byPlace' | 'betweenMarks'

type Entry = {
  command: Command
  sureness: Sureness
  /** Words right before it that make it an ordinary word. */
  nounAfter: ReadonlySet<string>
  nounBefore: ReadonlySet<string>
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const none: ReadonlySet<string> = new Set()

const always = (command: Command): Entry => ({
  command,
  sureness: 'always',
  nounAfter: none,
  nounBefore: none,
})

const lineBreak = (text: '\n' | '\n\n'): Entry => ({
  command: { kind: 'break', text },
  sureness: 'byPlace',
  nounAfter: words('en ett denna detta varje på helt'),
  nounBefore: none,
})

/** "punkt tre" is no command. Digits are checked separately. */
const numbers = 'ett två tre fyra fem sex sju åtta nio tio elva tolv'

export const commandTable: ReadonlyMap<string, Entry> = new Map<string, Entry>([
  ['frågetecken', always({ kind: 'mark', text: '?' })],
  ['utropstecken', always({ kind: 'mark', text: '!' })],
  ['semikolon', always({ kind: 'mark', text: ';' })],
  ['kommatecken', always({ kind: 'mark', text: ',' })],
  ['citattecken', always({ kind: 'quote' })],
  ['vänsterparentes', always({ kind: 'bracket', text: '(' })],
  ['högerparentes', always({ kind: 'bracket', text: ')' })],
  ['procenttecken', always({ kind: 'sign', text: '%' })],
  ['tankstreck', always({ kind: 'sign', text: '–' })],
  [
    'punkt',
    {
      command: { kind: 'mark', text: '.' },
      sureness: 'byPlace',
      nounAfter: words('en varje denna vilken samma nästa sista första tredje fjärde femte'),
      nounBefore: words(`för och ${numbers}`),
    },
  ],
  [
    'kolon',
    {
      command: { kind: 'mark', text: ':' },
      sureness: 'byPlace',
      nounAfter: words('ett varje'),
      nounBefore: none,
    },
  ],
  [
    'bindestreck',
    {
      command: { kind: 'hyphen' },
      sureness: 'byPlace',
      nounAfter: words('ett med utan varje'),
      nounBefore: none,
    },
  ],
  [
    'komma',
    {
      command: { kind: 'mark', text: ',' },
      sureness: 'betweenMarks',
      nounAfter: none,
      nounBefore: words('tillbaka överens ihåg igång underfund'),
    },
  ],
  ['ny rad', lineBreak('\n')],
  ['nytt stycke', lineBreak('\n\n')],
])
