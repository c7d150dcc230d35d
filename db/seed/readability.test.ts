import { expect, test } from 'vitest'
import type { DocumentBlock } from '../../app/document/content/content.ts'
import { lix } from '../../app/text/readability.ts'
import { stories } from './stories.ts'

const notes = stories.flatMap((story) => story.notes)
const documents = stories.flatMap((story) => story.documents)

const childTexts = [
  ...notes.flatMap(({ key, childText, childTextEasy }) => [
    [`note ${key}`, childText],
    [`note ${key}, easier`, childTextEasy],
  ]),
  ...documents.flatMap(({ key, versions }) =>
    versions.map(({ childText }) => [`document ${key}`, childText]),
  ),
].filter((row): row is [string, string] => row[1] !== undefined)

test.each(childTexts)('a child can read the text of %s', (_item, text) => {
  expect(lix(text)).toBeLessThanOrEqual(25)
})

const paragraphOf = (block: DocumentBlock) => (block.kind === 'paragraph' ? [block.text] : [])
const documentTexts = documents.flatMap(({ key, versions }) =>
  versions.map(({ sections }) => [key, sections.flat().flatMap(paragraphOf).join(' ')] as const),
)

test.each(documentTexts)('document %s is written in plain Swedish', (_key, text) => {
  expect(lix(text)).toBeLessThanOrEqual(35)
})

const easierTexts = notes.filter(({ childTextEasy }) => childTextEasy !== undefined)

test.each(easierTexts)('the easier text of note $key is the shorter one', ({ childText, childTextEasy }) => {
  expect(childTextEasy!.length).toBeLessThan(childText!.length)
})
