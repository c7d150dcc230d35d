import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const files = ['app', 'db', 'services', 'tests']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)))

/** Every import of the project's own files: [from, to, only types]. */
const imports = files.flatMap((from) =>
  [...read(from).matchAll(/^(?:import|export)(\s+type)?[^'"]*?from\s+'(\.[^']+)'/gms)].map(
    ([, type, path]) => [from, relative(root, join(root, dirname(from), path!)), type !== undefined] as const,
  ),
)

const isTest = (path: string) => path.includes('.test.') || path.startsWith('tests/')
const isIn = (path: string, ...folders: string[]) => folders.some((folder) => path.startsWith(`${folder}/`))
const rooms = [
  'case',
  'note',
  'dictation',
  'message',
  'survey',
  'signing',
  'person',
  'notice',
  'statistics',
  'ingest',
].map((room) => `app/${room}`)

test.each([
  ['nothing imports a route', ([, to]) => isIn(to, 'app/routes')],
  [
    'the design system imports nothing but language',
    ([from, to]) => isIn(from, 'app/ui') && !isIn(to, 'app/ui', 'app/i18n'),
  ],
  [
    'the database knows nobody',
    ([from, to]) => isIn(from, 'db') && !isIn(from, 'db/seed') && !isIn(to, 'db'),
  ],
  ['language knows nobody', ([from, to]) => isIn(from, 'app/i18n') && !isIn(to, 'app/i18n', 'locales')],
  ['the test broker is not part of the portal', ([from, to]) => isIn(from, 'app') && isIn(to, 'services')],
  ['the portal uses nothing of the tests', ([from, to]) => isIn(from, 'app') && isIn(to, 'tests')],
  [
    'pages reach the database through a room or the guard',
    ([from, to, type]) => isIn(from, 'app/routes') && isIn(to, 'db') && !type,
  ],
  [
    'the design system and language hold no data of a room',
    ([from, to]) => isIn(from, 'app/ui', 'app/i18n') && isIn(to, ...rooms),
  ],
] satisfies [string, (edge: (typeof imports)[number]) => boolean][])('%s', (_rule, breaks) => {
  const broken = imports.filter((edge) => !isTest(edge[0]) && breaks(edge))
  expect(broken).toEqual([])
})

test('a room takes a transaction and plain input, never a request, a cookie or a text', () => {
  const isRoomLogic = (path: string) => isIn(path, ...rooms) && path.endsWith('.ts') && !isTest(path)
  const breaking = files.filter(
    (path) => isRoomLogic(path) && /\b(Request|Response|useLanguage|readCookie)\b/.test(code(path)),
  )
  expect(breaking).toEqual([])
})

test('time is an argument: only the server and the seed ask the machine', () => {
  const mayAsk = ['app/server', 'app/access', 'services', 'db', 'tests']
  const asking = files.filter(
    (path) => !isIn(path, ...mayAsk) && !isTest(path) && /new Date\(\)|Date\.now\(\)/.test(code(path)),
  )
  expect(asking).toEqual([])
})

test('every loader and action of a signed-in page asks the guard', () => {
  const unguarded = files
    .filter(
      (path) =>
        isIn(path, 'app/routes/person', 'app/routes/staff') && !path.endsWith('sign-in.tsx') && !isTest(path),
    )
    .filter((path) => {
      const entries = code(path).match(/export (async )?function (loader|action)\b/g) ?? []
      const guards = code(path).match(/\bas(Person|Staff)\(/g) ?? []
      return guards.length < entries.length
    })
  expect(unguarded).toEqual([])
})

test('every page leaves the framework script out and names a neutral title', () => {
  const pages = files.filter(
    (path) => isIn(path, 'app/routes') && code(path).includes('export default function'),
  )
  const without = pages.filter(
    (path) => !/handle[^=]*= \{ script: false, title: '[\w:.-]+' \}/.test(code(path)),
  )
  expect(pages.length).toBeGreaterThan(10)
  expect(without).toEqual([])
})

test('no folder is a drawer', () => {
  const drawers = files.filter((path) => /(^|\/)(utils?|helpers?|common|misc|shared|lib)(\/|\.)/.test(path))
  expect(drawers).toEqual([])
})

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

function code(path: string): string {
  return read(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
}
