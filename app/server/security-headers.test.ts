import { expect, test } from 'vitest'
import { contentPolicy, policyText, securityHeaders } from './security-headers.ts'

test('a page runs scripts of our own files alone, nothing inline, nothing from elsewhere', () => {
  const policy = contentPolicy(['https://broker.example.se'])
  expect(policy['default-src']).toEqual(["'none'"])
  expect(policy['script-src']).toEqual(["'self'"])
  expect(policyText(policy)).not.toMatch(/unsafe|\*|data:|blob:/)
})

test('a page is never framed and its base never moved', () => {
  const policy = contentPolicy([])
  expect(policy['frame-ancestors']).toEqual(["'none'"])
  expect(policy['base-uri']).toEqual(["'none'"])
  expect(policy['object-src']).toEqual(["'none'"])
})

test('forms lead to ourselves and to the named brokers', () => {
  expect(policyText(contentPolicy(['https://broker.example.se']))).toContain(
    "form-action 'self' https://broker.example.se;",
  )
})

test('https is kept for two years with subdomains, and only said over https', () => {
  expect(securityHeaders('https://minasidor.example.se')['Strict-Transport-Security']).toBe(
    'max-age=63072000; includeSubDomains; preload',
  )
  expect(securityHeaders('http://localhost:3000')['Strict-Transport-Security']).toBeUndefined()
})

test('the referrer policy lets forms carry their origin', () => {
  expect(securityHeaders('https://minasidor.example.se')['Referrer-Policy']).toBe('same-origin')
})
