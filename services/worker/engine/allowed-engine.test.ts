import { expect, test } from 'vitest'
import { engineAddressFault } from './allowed-engine'

test.each([
  'http://127.0.0.1:3002',
  'http://localhost:3002',
  'http://[::1]:3002',
  'http://10.1.2.3',
  'http://192.168.1.4:8000',
  'http://[fd00::1]',
])('%s is in a network of our own', async (url) => {
  expect(await engineAddressFault(url)).toBeNull()
})

test.each([
  'http://8.8.8.8',
  'https://[2001:4860:4860::8888]',
  'http://172.32.0.1',
  'http://[::ffff:8.8.8.8]',
])('%s is public, and no sound is sent there', async (url) => {
  expect(await engineAddressFault(url)).toContain('public address')
})
