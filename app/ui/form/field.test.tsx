import { expect, test } from 'vitest'
import { htmlOf, wordsOf } from '../../../tests/support/html'
import { CheckboxGroup, RadioGroup } from './choice-group'
import { ErrorSummary } from './error-summary'
import { TextArea } from './text-area'
import { TextField } from './text-field'

test('a field without hint and error describes itself by its label only', () => {
  const html = htmlOf(<TextField name="about" label="Vad handlar det om?" />)
  expect(html).toContain('<label class="field-label" for="about">')
  expect(html).not.toContain('aria-describedby')
  expect(html).not.toContain('aria-invalid')
})

test('hint, limit and error are tied to the field, and what was typed stands in it', () => {
  const html = htmlOf(
    <TextArea
      name="text"
      label="Din fråga"
      hint="Kort eller långt."
      maxLength={2000}
      error="Skriv din fråga"
      value="<b>hej"
    />,
  )
  expect(html).toContain('aria-describedby="text-hint text-error"')
  expect(html).toContain('aria-invalid="true"')
  expect(html).toContain('Högst 2000 tecken.')
  expect(html).toContain('>&lt;b&gt;hej</textarea>')
})

test('the limit is said, not enforced by cutting off what is pasted', () => {
  expect(htmlOf(<TextArea name="text" label="Din fråga" maxLength={10} />).toLowerCase()).not.toContain(
    'maxlength',
  )
})

test('an error is told apart from a hint without seeing colour', () => {
  expect(wordsOf(<TextField name="code" label="Kod" error="Skriv koden" />)).toBe('Kod Fel: Skriv koden')
})

test('nothing is chosen beforehand', () => {
  const options = [
    { value: 'a', label: 'Ja' },
    { value: 'b', label: 'Nej' },
  ]
  expect(htmlOf(<RadioGroup name="way" legend="Svar" options={options} />)).not.toContain('checked')
  expect(htmlOf(<CheckboxGroup name="who" legend="Vem" options={options} />)).not.toContain('checked')
  expect(htmlOf(<RadioGroup name="way" legend="Svar" options={options} value="b" />)).toMatch(
    /value="b"[^>]*checked|checked[^>]*value="b"/,
  )
})

test('the error summary takes the focus, leads to each field, and is absent without errors', () => {
  const html = htmlOf(<ErrorSummary heading="En sak" errors={[{ href: '#text', text: 'Skriv' }]} />)
  expect(html).toMatch(/role="alert" tabindex="-1" autofocus=""/)
  expect(html).toContain('<a href="#text">Skriv</a>')
  expect(htmlOf(<ErrorSummary heading="Inget" errors={[]} />)).toBe('')
})
