import { expect, test } from 'vitest'
import { parseDataKeys } from '../person/data-keys'
import { decryptSound, encryptSound, newSoundKey, openSoundKey } from './sound-key'

const dataKeys = (...ids: string[]) =>
  parseDataKeys(['lookup', ...ids].map((id) => `${id}=${Buffer.alloc(32, id).toString('base64')}`).join(','))

test('sound comes back with the key of its recording, also when a newer data key has been put in front', () => {
  const { key, encrypted } = newSoundKey(dataKeys('a'))
  const stored = encryptSound(key, Buffer.from([1, 2, 3]))

  expect([...decryptSound(openSoundKey(encrypted, dataKeys('b', 'a')), stored)]).toEqual([1, 2, 3])
})

test('sound of one recording is noise to another', () => {
  const stored = encryptSound(newSoundKey(dataKeys('a')).key, Buffer.from([1]))

  expect(() => decryptSound(newSoundKey(dataKeys('a')).key, stored)).toThrow()
})

test('a changed part is refused', () => {
  const { key } = newSoundKey(dataKeys('a'))
  const stored = encryptSound(key, Buffer.from([1]))
  stored[stored.length - 1]! ^= 1

  expect(() => decryptSound(key, stored)).toThrow()
})

test('the same second twice does not look the same', () => {
  const { key } = newSoundKey(dataKeys('a'))

  expect(encryptSound(key, Buffer.from([1]))).not.toEqual(encryptSound(key, Buffer.from([1])))
})
