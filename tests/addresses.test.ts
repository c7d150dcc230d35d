import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { returnPath } from '../app/access/return-path'
import { identificationAt, personAt, publicAt, staffAt, surveyAt, togetherAt } from '../app/addresses'
import routes from '../app/routes'

const app = join(import.meta.dirname, '../app')
const patterns = routes.map(({ path, index }) => (index ? '/' : `/${path}`))
const pages = patterns.filter((pattern) => !pattern.startsWith('/api/'))
const remarks = ['stammer-inte', 'kommentar', 'be-om-att-fa-lasa'] as const

type Address = string | ((...parts: never[]) => string)

const namedIn = (of: Record<string, Address>) =>
  Object.entries(of).map(([name, address]): [string, string] => [name, written(address)])

const addresses = [publicAt, identificationAt, surveyAt, togetherAt, personAt, staffAt].flatMap(namedIn)

/** The address with an id of its own for each thing it names. */
function written(address: Address): string {
  if (typeof address === 'string') return address
  const parts = ['id-1', 'id-2', remarks[0]].slice(0, address.length)
  return (address as (...parts: string[]) => string)(...parts)
}

/** Neither query nor place on the page: no browser sends the latter. */
const withoutQuery = (address: string) => address.replace(/[?#].*$/, '')

/** As the router chooses: of several that fit, the one with fewest parts left open. */
function answering(whole: string): string[] {
  const address = withoutQuery(whole)
  const fitting = pages.filter((pattern) =>
    new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`).test(address),
  )
  const fewest = Math.min(...fitting.map(openParts))
  return fitting.filter((pattern) => openParts(pattern) === fewest)
}

const openParts = (pattern: string) => pattern.split('/:').length

test.each(addresses)('the address %s is answered by one page: %s', (_name, address) => {
  expect(answering(address)).toHaveLength(1)
})

test('every address begins with a word: pages are looked for by it (app/server/pages.ts)', () => {
  expect(patterns.filter((pattern) => !/^\/([a-z-]+(\/|$)|$)/.test(pattern))).toEqual([])
})

test('every page has an address', () => {
  const answered = new Set(addresses.flatMap(([, address]) => answering(address)))
  expect([...answered].sort()).toEqual([...pages].sort())
})

test.each([
  ...namedIn(personAt).map(([, address]) => ['person', withoutQuery(address)] as const),
  ...namedIn(staffAt)
    .filter(([name]) => name !== 'signIn')
    .map(([, address]) => ['staff', withoutQuery(address)] as const),
])('a %s who signs in on the way to %s comes there', (kind, address) => {
  expect(returnPath(kind, address)).toBe(address)
})

test('addresses are written in one file', () => {
  const firstWords = [...new Set(patterns.map((pattern) => pattern.split('/')[1]).filter(Boolean))]
  const literal = new RegExp(`['"\`]/(${firstWords.join('|')})(?![\\w-])`)
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !file.includes('.test.') && file !== 'addresses.ts',
  )
  expect(files.length).toBeGreaterThan(300)
  expect(files.filter((file) => literal.test(readFileSync(join(app, file), 'utf8')))).toEqual([])
})
