import { expect, test } from 'vitest'
import { testKeys } from '../../../tests/support/keys'
import { codeHash, openAddress, openCode, sealAddress, sealCode } from './sealed-channel'

const [mine, another] = ['5f0d2c6e-3a44-4a0b-9a55-3d6a1c9f7e21', 'b9a3c7a0-7a38-4f5e-8f6c-1a2b3c4d5e6f']

test('an address opens for its own channel, and laid into another’s row it does not', () => {
  const sealed = sealAddress('+46701740605', mine, testKeys)
  expect(openAddress(sealed, mine, testKeys)).toBe('+46701740605')
  expect(() => openAddress(sealed, another, testKeys)).toThrow()
})

test('a code opens for its own channel, and is no address', () => {
  const sealed = sealCode('012345', mine, testKeys)
  expect(openCode(sealed, mine, testKeys)).toBe('012345')
  expect(() => openCode(sealed, another, testKeys)).toThrow()
  expect(() => openAddress(sealed, mine, testKeys)).toThrow()
})

test('the same code of two channels is not known as the same', () => {
  expect(codeHash('012345', mine, testKeys)).not.toEqual(codeHash('012345', another, testKeys))
})
