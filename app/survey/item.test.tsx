import { expect, test } from 'vitest'
import { htmlOf, wordsOf } from '../../tests/support/html'
import type { Instrument, Item } from './instrument'
import { SurveyItem } from './item'
import { readInstruments } from './read-instruments'

const { instruments } = readInstruments(null)

function itemOf(formId: string, itemId: string): { instrument: Instrument; item: Item } {
  const instrument = instruments.find(({ id }) => id === formId)!
  return { instrument, item: instrument.items.find(({ id }) => id === itemId)! }
}

const inputsIn = (html: string) => [...html.matchAll(/<input [^>]*>/g)].map(([input]) => input)

test('one answer is chosen among faces with words, and nothing is chosen beforehand', () => {
  const html = htmlOf(<SurveyItem {...itemOf('child', 'c1')} />)
  const inputs = inputsIn(html)
  expect(inputs).toHaveLength(6)
  expect(inputs.filter((input) => input.includes('type="radio" name="c1"'))).toHaveLength(6)
  expect(html).not.toContain('checked')
  expect(html.match(/<svg class="survey-face"/g)).toHaveLength(4)
  expect(html).toMatch(/<legend[^>]*>.*Är det lätt att få prata med din socialsekreterare\?/)
})

test('several may be ticked, and what was given before stands', () => {
  const html = htmlOf(<SurveyItem {...itemOf('child', 'gotBetter')} answer={['school', 'myself']} />)
  expect(inputsIn(html).filter((input) => input.includes('checked'))).toEqual([
    expect.stringContaining('value="school"'),
    expect.stringContaining('value="myself"'),
  ])
  expect(inputsIn(html).every((input) => input.includes('type="checkbox"'))).toBe(true)
})

test('a chosen answer stands, and one of another form’s chooses nothing', () => {
  const asked = itemOf('authority-youth', 'contact')
  expect(htmlOf(<SurveyItem {...asked} answer="quiteEasy" />)).toMatch(/checked="" value="quiteEasy"/)
  expect(htmlOf(<SurveyItem {...asked} answer="veryGood" />)).not.toContain('checked')
})

test('a text may be left out, says how long it may be, and what was written stands as text', () => {
  const html = htmlOf(<SurveyItem {...itemOf('child', 'c7')} answer="<b>Hej</b>" />)
  expect(html).toMatch(/<textarea[^>]* name="c7"[^>]* aria-required="false"[^>]*>&lt;b&gt;Hej/)
  expect(html).toContain('10000')
})

test('no part of a question needs a style attribute, which the policy of the pages refuses', () => {
  for (const instrument of instruments) {
    for (const item of instrument.items) {
      const html = htmlOf(<SurveyItem instrument={instrument} item={item} />)
      expect(html).not.toMatch(/ style=|<script|on[a-z]+=/)
      expect(html.match(/<svg/g)?.length).toBe(html.match(/<svg[^>]*aria-hidden="true"/g)?.length)
    }
  }
})

test('the words are in the reader’s language', () => {
  const asked = itemOf('child', 'c3')
  expect(wordsOf(<SurveyItem {...asked} />, 'en')).toContain(
    'Does the caseworker listen to you? Very good Good',
  )
  expect(wordsOf(<SurveyItem {...asked} />, 'ar')).toContain('جيد جدًا')
})
