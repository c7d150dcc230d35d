import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const script = readFileSync(join(import.meta.dirname, '../../public/enhance.js'), 'utf8')

test('the script on a person’s pages stays below 4 kB', () => {
  expect(Buffer.byteLength(script)).toBeLessThan(4096)
})

test('it stores nothing on the device (OWASP ASVS 14.3.3) and loads nothing', () => {
  expect(script).not.toMatch(/localStorage|sessionStorage|indexedDB|caches|cookie|import\b|innerHTML|eval/)
})

test('it reads aloud only by a voice on the device', () => {
  expect(script).toContain('localService')
})
