import { expect, test } from 'vitest'
import { htmlOf, wordsOf } from '../../tests/support/html'
import { LinkList, LinkRow } from './link-list'
import { NowCard } from './now-card'
import { StagePath } from './stage-path'
import { Table } from './table'
import { Voice } from './voice'

test('the state of each step is said in words', () => {
  const path = (
    <StagePath
      steps={[
        { label: 'Beslut', detail: '25 juni', state: 'done' },
        { label: 'Hjälpen pågår', state: 'here' },
        { label: 'Hur går det?', state: 'next' },
      ]}
    />
  )
  expect(wordsOf(path)).toBe('Klart: Beslut 25 juni Här är du nu: Hjälpen pågår Kommer sedan: Hur går det?')
  expect(htmlOf(path).match(/aria-current="step"/g)).toHaveLength(1)
})

test('what is new is said in words', () => {
  const row = <LinkRow href="/x" title="Mira har svarat dig" detail="i går 09.05" isNew />
  expect(wordsOf(<LinkList>{row}</LinkList>)).toBe('Mira har svarat dig Nytt · i går 09.05')
  expect(wordsOf(<LinkRow href="/x" title="Planen" isNew newLabel="Nytt svar" />)).toBe('Planen Nytt svar')
  expect(wordsOf(<LinkRow href="/x" title="Planen" />)).toBe('Planen')
})

test('somebody’s own words are marked up as a quotation, an assessment is not', () => {
  expect(
    htmlOf(
      <Voice kind="statement" label="Det här sa du">
        Jag vill hem.
      </Voice>,
    ),
  ).toContain('<blockquote>')
  expect(
    htmlOf(
      <Voice kind="assessment" label="Det här tror Mira">
        Tindra är trött.
      </Voice>,
    ),
  ).not.toContain('<blockquote>')
})

test('the drawn steps of the card are left out for a screen reader, since its eyebrow says them', () => {
  const html = htmlOf(
    <NowCard eyebrow="steg 2 av 3" heading="Utredning" step={{ at: 2, of: 3 }}>
      Vi tar reda på mer.
    </NowCard>,
  )
  expect(html.match(/class="is-done"/g)).toHaveLength(2)
  expect(html).toContain('<div class="now-steps" aria-hidden="true">')
})

test('a stacked table keeps its roles and shows the column beside each value', () => {
  const columns = [
    { key: 'child', label: 'Barn' },
    { key: 'questions', label: 'Frågor', isNumber: true },
  ]
  const html = htmlOf(
    <Table
      caption="Ärenden"
      columns={columns}
      rows={[{ id: '1', cells: { child: 'Tindra', questions: 2 } }]}
    />,
  )
  expect(html).toContain('<th scope="row" role="rowheader">Tindra</th>')
  expect(html).toContain('<td role="cell" data-column="Frågor" class="is-number">')
})
