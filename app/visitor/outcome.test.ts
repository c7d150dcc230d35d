import { expect, test } from 'vitest'
import { outcomeOf } from './outcome'

test.each([
  [200, '/hem', null],
  [200, '/arenden/a/fragor?sida=2', null],
  [200, '/installningar?sparat=1', 'done'],
  [200, '/handlaggare/tider/a?klart=bokad', 'done'],
  [400, '/kontakta-mig', 'fault'],
  [409, '/installningar?sparat=1', 'fault'],
  [429, '/installningar/aviseringar', 'fault'],
] as const)('an answer of %i to %s says first: %s', (status, path, outcome) => {
  expect(outcomeOf(status, new URL(path, 'http://localhost'))).toBe(outcome)
})
