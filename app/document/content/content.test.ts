import { expect, test } from 'vitest'
import { stories } from '../../../db/seed/stories'
import { versionContent } from '../../../db/seed/version-content'
import { contentSchema, type DocumentBlock } from './content'
import { blocksFromSections } from './from-sections'
import { contentLimits } from './limits'

const issuer = { name: 'Ekdala kommun', unit: 'Socialnämnden' }
const text: DocumentBlock = { kind: 'paragraph', text: 'Text.' }
const heading = (level: 2 | 3): DocumentBlock => ({ kind: 'heading', level, text: 'Rubrik' })

const rulesOf = (change: object) =>
  contentSchema
    .safeParse({ title: 'Beslut', language: 'sv', issuer, blocks: [text], ...change })
    .error?.issues.map(({ message }) => message) ?? []

test.each([
  ['a lower heading first', { blocks: [heading(3), text] }, 'heading.skips'],
  ['a heading at the end', { blocks: [text, heading(2)] }, 'heading.empty'],
  ['a heading over nothing but its like', { blocks: [heading(2), heading(2), text] }, 'heading.empty'],
  ['an empty title', { title: '  ' }, 'text.empty'],
  ['a long title', { title: 'x'.repeat(contentLimits.title + 1) }, 'text.tooLong'],
  ['a line break', { blocks: [{ kind: 'paragraph', text: 'a\nb' }] }, 'text.notPlain'],
  ['text turned round', { blocks: [{ kind: 'paragraph', text: 'Ja \u202enej' }] }, 'text.notPlain'],
  [
    'text turned round apart',
    { blocks: [{ kind: 'paragraph', text: 'Ja \u2067nej\u2069' }] },
    'text.notPlain',
  ],
  ['half a letter', { blocks: [{ kind: 'paragraph', text: 'Hej \ud83d' }] }, 'text.notPlain'],
  ['a letter of nobody’s', { blocks: [{ kind: 'paragraph', text: 'Hej \ue000' }] }, 'text.notPlain'],
  [
    'a row that is too short',
    { blocks: [{ kind: 'table', caption: 'T', head: ['A', 'B'], rows: [['a']] }] },
    'table.uneven',
  ],
  [
    'far too much',
    { blocks: Array.from({ length: 16 }, () => ({ kind: 'paragraph', text: 'x'.repeat(20_000) })) },
    'content.tooLong',
  ],
])('%s is refused by its rule', (_what, change, rule) => {
  expect(rulesOf(change)).toContain(rule)
})

test('a lower heading may stand under a higher one, and what languages need may stay', () => {
  const joined: DocumentBlock = { kind: 'paragraph', text: 'می\u200cخواهم', language: 'ar' }
  expect(rulesOf({ blocks: [heading(2), heading(3), text, joined] })).toEqual([])
})

test('letters are composed, so that equal words are equal bytes', () => {
  const parsed = contentSchema.parse({ title: 'Bra\u030a', language: 'sv', issuer, blocks: [text] })
  expect(parsed.title).toBe('Br\u00e5')
})

const told = stories.flatMap(({ municipality, documents }) =>
  documents.flatMap(({ key, versions }) =>
    versions.map((version) => [key, versionContent(version, municipality)] as const),
  ),
)

test.each(told)('the document %s is told as the content model has it', (_key, content) => {
  expect(contentSchema.parse(content)).toEqual(content)
})

test('lines become paragraphs and unseen marks are left out', () => {
  const sections = [{ heading: 'Ett\ntvå', paragraphs: ['a\r\nb\n\n\tc\u202e d', '\u200b'] }]
  expect(blocksFromSections(sections)).toEqual([
    { kind: 'heading', level: 2, text: 'Ett två' },
    { kind: 'paragraph', text: 'a' },
    { kind: 'paragraph', text: 'b' },
    { kind: 'paragraph', text: 'c d' },
  ])
})
