import { expect, test } from 'vitest'
import { areasOf } from './areas.ts'
import type { CpuProfile } from './cpu-profile.ts'

const modules = 'file:///srv/portal/node_modules'

/** A profile of one sample in each of these calls, from the outermost to what ran. A call is [function, address]. */
function sampled(...stacks: [string, string][][]): CpuProfile {
  const nodes: CpuProfile['nodes'] = []
  const samples = stacks.map((stack) => {
    for (const [depth, [functionName, url]] of stack.entries()) {
      const id = nodes.length + 1
      if (depth > 0) nodes.at(-1)!.children = [id]
      nodes.push({ id, callFrame: { functionName, url } })
    }
    return nodes.length
  })
  return { nodes, samples: [...samples, samples[0]!], timeDeltas: [500, ...samples.map(() => 1000)] }
}

const shareOf = (...stacks: [string, string][][]) => Object.fromEntries(areasOf(sampled(...stacks)))

test('what was idle is left out of the shares', () => {
  expect(shareOf([['(idle)', '']], [['(garbage collector)', '']])).toEqual({ garbage: 1 })
})

test('a write to a socket is told by whom it was for', () => {
  const write: [string, string][] = [
    ['write', 'node:net'],
    ['writev', ''],
  ]
  expect(
    shareOf(
      [['query', `${modules}/pg/lib/client.js`], ...write],
      [['end', `${modules}/@remix-run/express/dist/server.js`], ...write],
      [
        ['flush', `${modules}/sonic-boom/index.js`],
        ['writeSync', 'node:fs'],
        ['writeString', ''],
      ],
      [['writeSync', 'node:fs']],
    ),
  ).toEqual({ 'socket to PostgreSQL': 0.25, 'HTTP and its socket': 0.25, log: 0.25, files: 0.25 })
})

test('a package is told by the innermost folder of packages, and our own code by where it was built', () => {
  expect(
    shareOf(
      [['render', `${modules}/express/node_modules/react-dom/server.js`]],
      [['match', `${modules}/@remix-run/router/dist/router.js`]],
      [['loader', 'file:///srv/portal/build/server/index.js']],
      [
        ['connect', 'file:///srv/portal/db/connect.ts'],
        ['map', ''],
      ],
    ),
  ).toEqual({
    React: 0.25,
    'Remix and its router': 0.25,
    'the page’s own code': 0.25,
    'our server and way to the database': 0.25,
  })
})

test('a profile of nothing is refused', () => {
  expect(() => areasOf(sampled([['(idle)', '']]))).toThrow('nothing that was busy')
})
