import { expect, test } from 'vitest'
import { canDecideForAll } from './all-at-once'

const guardian = {
  role: 'guardian' as const,
  age: 41,
  disclosure: null,
  isProtected: false,
  isBlocked: false,
  hearsChild: false,
}
const child = { ...guardian, role: 'child' as const, age: 16 }
const decided = { level: 'full' } as unknown as NonNullable<
  Parameters<typeof canDecideForAll>[0][number]['disclosure']
>

test.each<[string, Parameters<typeof canDecideForAll>[0], boolean, boolean]>([
  ['a child and a guardian with nothing to weigh', [child, guardian], false, true],
  ['one reader alone, who has a form', [child], false, false],
  ['somebody in the case is protected', [child, guardian], true, false],
  ['a reader is protected', [child, { ...guardian, isProtected: true }], false, false],
  ['a reader is barred from the case', [child, { ...guardian, isBlocked: true }], false, false],
  ['a guardian would read what the child has said', [child, { ...guardian, hearsChild: true }], false, false],
  ['it is not known whether the child is a party', [{ ...child, age: null }, guardian], false, false],
  ['the age of a guardian is not known', [child, { ...guardian, age: null }], false, true],
  ['a reader has been decided on', [child, { ...guardian, disclosure: decided }], false, false],
])('one decision for all: %s', (_what, readers, isProtected, expected) => {
  expect(canDecideForAll(readers, [{ isProtected: false }, { isProtected }])).toBe(expected)
})
