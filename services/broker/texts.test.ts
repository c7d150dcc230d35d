import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chooseLanguage, translator, UI_LOCALES } from './texts.ts'

test.each(UI_LOCALES.filter((language) => language !== 'sv'))(
  'every text in Swedish exists in %s with the same values in it',
  (language) => {
    expect(shapeOf(language)).toEqual(shapeOf('sv'))
  },
)

test.each([
  [undefined, 'sv'],
  ['', 'sv'],
  ['EN', 'en'],
  ['de en', 'en'],
  ['fi-FI', 'fi'],
  ['__proto__', 'sv'],
])('ui_locales %s gives a page in %s', (uiLocales, language) => {
  expect(chooseLanguage(uiLocales)).toBe(language)
})

test('a text that does not exist is a mistake that shows', () => {
  expect(() => translator('sv')('identify.nothing')).toThrow('identify.nothing')
  expect(() => translator('sv')('identify')).toThrow('identify')
})

/** Dotted key → placeholders in it. */
function shapeOf(language: string): Record<string, string[]> {
  const file = new URL(`../../locales/${language}/broker.json`, import.meta.url)
  const tree = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>
  const texts = Object.entries(tree).flatMap(([group, members]) =>
    Object.entries(members).map(([key, text]): [string, string[]] => [
      `${group}.${key}`,
      text.match(/\{\{\w+\}\}/g) ?? [],
    ]),
  )
  return Object.fromEntries(texts)
}
