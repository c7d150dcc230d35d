import { expect, test } from 'vitest'
import { birthOf, isCoordinationNumber } from './birth-of-number'

test.each([
  ['201001012382', '2010-01-01', '2010-01-01'],
  ['200705612398', '2007-05-01', '2007-05-01'],
  ['200705602399', '2007-05-01', '2007-05-31'],
  ['200802602396', '2008-02-01', '2008-02-29'],
  ['200702602397', '2007-02-01', '2007-02-28'],
  ['200700602394', '2007-01-01', '2007-12-31'],
  ['200700772397', '2007-01-01', '2007-12-31'],
])('whoever has %s was born from %s to %s', (number, earliest, latest) => {
  expect(birthOf(number)).toEqual({ earliest, latest })
})

test.each(['201000012382', '201001002382', '201013602382', '200704912393', '201001922382', '200700922382'])(
  'no day is written as in %s',
  (number) => {
    expect(birthOf(number)).toBeNull()
  },
)

test.each([
  ['201001012382', false],
  ['200705612398', true],
  ['200700602394', true],
])('%s is a samordningsnummer: %s', (number, expected) => {
  expect(isCoordinationNumber(number)).toBe(expected)
})
