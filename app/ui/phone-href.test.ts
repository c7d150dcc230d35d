import { expect, test } from 'vitest'
import { phoneHref } from './phone-href'

test.each([
  ['08-465 004 00', 'tel:0846500400'],
  ['+46 8 465 004 00', 'tel:+46846500400'],
  ['116 111', 'tel:116111'],
])('%s is called at %s', (written, href) => {
  expect(phoneHref(written)).toBe(href)
})
