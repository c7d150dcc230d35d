import { expect, test } from 'vitest'
import { hashOf, newSessionToken, readCookie, sessionTokenOf, setCookie } from './cookies'

const https = 'https://minasidor.example'
const http = 'http://localhost:3000'
const municipality = '3f1c9a52-7d3e-4d7a-9f57-0c7d5f9f0a11'

test.each([
  [https, '__Host-sid=a; Path=/; HttpOnly; SameSite=Lax; Secure'],
  [http, 'sid=a; Path=/; HttpOnly; SameSite=Lax'],
])('a cookie for %s is bound to the host and out of reach of scripts', (origin, expected) => {
  expect(setCookie('person', 'a', origin)).toBe(expected)
})

test('a cookie lives as long as it is told, and 0 erases it', () => {
  expect(setCookie('signIn', 'a', https, 900)).toMatch(/; Max-Age=900$/)
  expect(setCookie('signIn', '', https, 0)).toBe(
    '__Host-sign-in=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0',
  )
})

test.each([
  ['alone', '__Host-sid=a', 'a'],
  ['among others', 'x=1; __Host-sid=a; y=2', 'a'],
  ['without spaces', 'x=1;__Host-sid=a', 'a'],
  ['encoded', '__Host-sid=%C3%A5', 'å'],
  ['badly encoded', '__Host-sid=%E5', undefined],
  ['twice: the first', '__Host-sid=a; __Host-sid=b', 'a'],
  ['without the prefix that binds it to this host', 'sid=a', undefined],
  ['as the end of another name', 'x__Host-sid=a', undefined],
  ['empty', '__Host-sid=', ''],
  ['not at all', null, undefined],
])('a cookie that comes %s', (_how, header, value) => {
  expect(readCookie(header, 'person', https)).toBe(value)
})

test('a session token comes back as the municipality and the hash that is stored', () => {
  const { cookie, hash } = newSessionToken(municipality)
  expect(sessionTokenOf(cookie)).toEqual({ municipalityId: municipality, hash })
  expect(cookie).not.toContain(hash.toString('base64url'))
  expect(newSessionToken(municipality).cookie).not.toBe(cookie)
})

test.each([
  ['nothing', undefined],
  ['no secret', municipality],
  ['a short secret', `${municipality}.abc`],
  ['a long secret', `${municipality}.${'a'.repeat(44)}`],
  ['no municipality', `.${'a'.repeat(43)}`],
  ['something after it', `${municipality}.${'a'.repeat(43)}\n`],
  ['a quote', `${municipality.slice(0, 35)}'.${'a'.repeat(43)}`],
])('a token with %s is none', (_what, cookie) => {
  expect(sessionTokenOf(cookie)).toBeNull()
})

test('the hash is SHA-256 of the secret', () => {
  expect(hashOf('').toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})
