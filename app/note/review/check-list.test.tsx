import { expect, test } from 'vitest'
import { wordsOf } from '../../../tests/support/html'
import { CheckList } from './check-list'

const empty = { items: [], from: 0, all: 0, leftElsewhere: 0 }

test('an empty list does not say that the text is without names and negations: typed ones are not asked about', () => {
  const words = wordsOf(<CheckList open="all" rows={empty} checked={[]} />)
  expect(words).toContain('Det finns inget att kontrollera i texten.')
  expect(words).not.toMatch(/nekande|namn/i)
})
