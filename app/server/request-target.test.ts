import { expect, test } from 'vitest'
import { isOwnHost, ownAddress } from './request-target'

const origin = 'https://minasidor.ekdala.example'

test.each([
  ['minasidor.ekdala.example', true],
  ['MinaSidor.Ekdala.EXAMPLE', true],
  ['minasidor.ekdala.example:443', true],
  ['minasidor.ekdala.example:80', false],
  ['minasidor.ekdala.example.evil.example', false],
  ['evil.example', false],
  ['user@minasidor.ekdala.example', false],
  ['minasidor.ekdala.example/x', false],
  ['', false],
  [undefined, false],
])('the host %s is ours: %s', (host, isOurs) => {
  expect(isOwnHost(host, origin)).toBe(isOurs)
})

test('a port of our own is asked for', () => {
  expect(isOwnHost('localhost:3000', 'http://localhost:3000')).toBe(true)
  expect(isOwnHost('localhost', 'http://localhost:3000')).toBe(false)
})

test.each([
  '//evil.example/x',
  '/\\evil.example/x',
  '\\\\evil.example/x',
  '/\\/evil.example',
  '///evil.example',
  '/@evil.example',
  '/hem?a=//b',
])('whoever asked for %s stays on our site', (path) => {
  expect(new URL(ownAddress(path, origin)).origin).toBe(origin)
})
