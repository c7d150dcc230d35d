import { expect, test } from 'vitest'
import { pageOf, rowsOf } from './paging'

test.each([
  ['', 1],
  ['?sida=2', 2],
  ['?sida=0', 1],
  ['?sida=-3', 1],
  ['?sida=1.5', 1],
  ['?sida=tva', 1],
  ['?sida=1e9', 1],
  ['?sida=', 1],
])('%s asks for page %i', (query, page) => {
  expect(pageOf(`http://localhost/insyn${query}`)).toBe(page)
})

test('a page asks for one row more than it shows', () => {
  expect(rowsOf(1)).toEqual({ limit: 31, offset: 0 })
  expect(rowsOf(3)).toEqual({ limit: 31, offset: 60 })
})
