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
/**
 * The house from the ground up. A room imports from lower floors alone, types included, and rooms of one floor do
 * not know each other: so there is no circle, and what a room stands on can be read here.
 */
const floors = [
  ['locales', 'i18n', 'addresses', 'bbic', 'apart', 'calendar'],
  ['visitor', 'ui'],
  ['page', 'db'],
  ['person'],
  ['text', 'oidc', 'notice', 'content', 'upload'],
  [
    'audit',
    'disclosure',
    'reading',
    'statistics',
    'dictation',
    'absence',
    'attachment',
    'retention',
    'draft',
  ],
  ['case', 'survey', 'ingest', 'browser', 'introduction'],
  ['plan', 'message', 'remark', 'context'],
  ['note', 'access'],
  ['document'],
  ['signing', 'read-together', 'meeting', 'follow-up', 'appointment'],
  ['server'],
  ['routes', 'seed', 'root', 'entry.server', 'remix.d'],
  ['services'],
]
const businessRooms = [
  'person',
  ...[
    'audit',
    'notice',
    'disclosure',
    'reading',
    'statistics',
    'dictation',
    'absence',
    'attachment',
    'retention',
    'draft',
  ],
  ...[
    'case',
    'survey',
    'ingest',
    'introduction',
    'plan',
    'message',
    'remark',
    'note',
    'document',
    'signing',
    'read-together',
    'meeting',
    'follow-up',
    'appointment',
  ],
]
const rooms = businessRooms.map((room) => `app/${room}`)

/** Parts of a room that rooms below it stand on, too. */
const ownRooms = ['db/seed', 'app/document/content', 'app/document/upload']

/** Which room of the house a file stands in; a file directly in app/ is a room of its own. */
function roomOf(path: string): string {
  const [top, second = ''] = path.split('/')
  const own = ownRooms.find((room) => isIn(path, room))
  if (own) return own.split('/').at(-1)!
  return top === 'app' ? second.replace(/\.tsx?$/, '') : top!
}

const floorOf = (path: string) => floors.findIndex((floor) => floor.includes(roomOf(path)))

test('every room stands on a floor', () => {
  const homeless = files.filter((path) => !isTest(path) && floorOf(path) === -1)
  expect(homeless).toEqual([])
})

test('a room imports from lower floors alone', () => {
  const upward = imports.filter(
    ([from, to]) => !isTest(from) && roomOf(from) !== roomOf(to) && floorOf(to) >= floorOf(from),
  )
  expect(upward).toEqual([])
})

test.each([
  ['nothing imports a route', ([, to]) => isIn(to, 'app/routes')],
  [
    'the design system imports nothing but language and addresses',
    ([from, to]) => isIn(from, 'app/ui') && !isIn(to, 'app/ui', 'app/i18n') && to !== 'app/addresses',
  ],
  [
    'the database knows nobody',
    ([from, to]) => isIn(from, 'db') && !isIn(from, 'db/seed') && !isIn(to, 'db'),
  ],
  ['the portal uses nothing of the tests', ([from, to]) => isIn(from, 'app') && isIn(to, 'tests')],
  [
    'pages reach the database through a room or the guard',
    ([from, to, type]) => isIn(from, 'app/routes') && isIn(to, 'db') && !type,
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
  // Sessions and tokens live by the real clock, whatever the demo's says.
  const mayAsk = ['app/server', 'app/access', 'app/oidc', 'services', 'db', 'tests']
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
      const guards = code(path).match(/\b(as|askAs)(Person|Staff)\(/g) ?? []
      return guards.length < entries.length
    })
  expect(unguarded).toEqual([])
})

test('answering the survey asks for a code, and never for who is signed in', () => {
  const answering = files.filter((path) => isIn(path, 'app/routes/survey') && !isTest(path))
  expect(answering.length).toBeGreaterThan(4)
  expect(answering.filter((path) => /\b(as|askAs|if)(Person|Staff)\(/.test(code(path)))).toEqual([])
})

test('a device that a child reads on asks for its reading, and never for who is signed in', () => {
  const reading = files.filter((path) => isIn(path, 'app/routes/together') && !isTest(path))
  expect(reading.length).toBeGreaterThan(4)
  expect(reading.filter((path) => /\b(as|askAs|if)(Person|Staff)\(/.test(code(path)))).toEqual([])
  expect(reading.filter((path) => !/\b(asTogether|holdsReading)\(/.test(code(path)))).toEqual([])
})

test('every page leaves the framework script out and names a neutral title', () => {
  const pages = files.filter(
    (path) => isIn(path, 'app/routes') && code(path).includes('export default function'),
  )
  const without = pages.filter(
    (path) => !/handle[^=]*= \{ script: false, title: '[\w:.-]+'(, exit: true)? \}/.test(code(path)),
  )
  expect(pages.length).toBeGreaterThan(10)
  expect(without).toEqual([])
})

test('a form says whom it was drawn for, but for those of nobody', () => {
  // Leaving and signing in are open to all; a form given back carries what it came with; a search writes nothing; what
  // is sent to the broker is drawn for its signer alone, and only their browser can bring the answer back; who answers
  // the survey is nobody, and so is who types a code to read together.
  const ofNobody = [
    'app/ui/form/own-form.tsx',
    'app/ui/page/main-nav.tsx',
    'app/ui/page/quick-exit.tsx',
    'app/access/sign-in-form.tsx',
    'app/oidc/to-broker-form.tsx',
    'app/routes/auth/municipality.tsx',
    'app/page/kept-form.tsx',
    'app/case/staff/filter.tsx',
    'app/survey/enter-code.tsx',
    'app/survey/answer-item.tsx',
    'app/survey/send-survey.tsx',
    'app/read-together/enter-reading-code.tsx',
  ]
  const bare = files.filter((path) => isIn(path, 'app') && !isTest(path) && code(path).includes('<form'))
  expect(bare.toSorted()).toEqual(ofNobody.toSorted())
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
