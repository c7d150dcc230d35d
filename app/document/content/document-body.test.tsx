import { expect, test } from 'vitest'
import { htmlOf, wordsOf } from '../../../tests/support/html'
import { writtenFrom } from '../../../tests/support/document-facts'
import type { DocumentBlock, DocumentContent } from './content'
import { DocumentBody } from './document-body'
import { textsOf } from './texts-of'

const content = (blocks: DocumentBlock[], language: DocumentContent['language'] = 'sv'): DocumentContent => ({
  title: 'Beslut',
  language,
  issuer: { name: 'Ekdala kommun' },
  blocks,
})

test('a page holds every word of the document in its order', () => {
  const plan = writtenFrom('implementationPlan')
  const words = wordsOf(<DocumentBody content={plan} />)
  let at = 0
  for (const text of plan.blocks.flatMap(textsOf)) {
    at = words.indexOf(text, at)
    expect(at, text).toBeGreaterThanOrEqual(0)
  }
})

test('headings, lists and tables are what they are', () => {
  const html = htmlOf(
    <DocumentBody
      content={content([
        { kind: 'heading', level: 2, text: 'Beslut' },
        { kind: 'heading', level: 3, text: 'Del' },
        { kind: 'list', ordered: true, items: ['Först', 'Sedan'] },
        { kind: 'table', caption: 'Dagar', head: ['Vad', 'När'], rows: [['Möte', '1 maj']] },
      ])}
    />,
  )
  expect(html).toContain('<h2>Beslut</h2><h3>Del</h3><ol class="steps"><li>Först</li><li>Sedan</li></ol>')
  expect(html).toContain('<caption>Dagar</caption>')
  expect(html).toMatch(/<th[^>]*scope="col"[^>]*>Vad<\/th>/)
  expect(html).toMatch(/<th[^>]*scope="row"[^>]*>Möte<\/th>/)
  expect(html).toContain('data-column="När"')
})

test('a block in another language says so, and which way it is read', () => {
  const html = htmlOf(
    <DocumentBody
      content={content([
        { kind: 'paragraph', text: 'Hej.' },
        { kind: 'paragraph', text: 'قبل 2026-10-06.', language: 'ar' },
      ])}
    />,
  )
  expect(html).toContain('<article class="document" lang="sv" dir="ltr">')
  expect(html).toContain('<p>Hej.</p><p lang="ar" dir="rtl">قبل <bdi dir="ltr">2026-10-06</bdi>.</p>')
})

test('a document in Arabic is read from the right, its Swedish part from the left', () => {
  const arabic = content([{ kind: 'paragraph', text: 'Kopia.', language: 'sv' }], 'ar')
  const html = htmlOf(<DocumentBody content={arabic} />)
  expect(html).toContain('lang="ar" dir="rtl"')
  expect(html).toContain('<p lang="sv" dir="ltr">Kopia.</p>')
})

test('a section of law stays on one line with its number', () => {
  const html = htmlOf(
    <DocumentBody
      content={content([{ kind: 'paragraph', text: 'Det står i 11 kap. 1 § och 6 a § LVU.' }])}
    />,
  )
  expect(html).toContain('11\u00a0kap. 1\u00a0§ och 6 a\u00a0§ LVU')
})
