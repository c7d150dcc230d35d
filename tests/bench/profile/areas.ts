import type { CpuProfile } from './cpu-profile.ts'

type ProfileNode = CpuProfile['nodes'][number]

/** Which share of the busy time each area took, the largest first. What was idle is left out. */
export function areasOf(profile: CpuProfile): Map<string, number> {
  const times = ownTimes(profile)
  const parents = new Map(profile.nodes.flatMap((node) => (node.children ?? []).map((id) => [id, node])))
  const found = new Map<string, number>()
  for (const node of profile.nodes) {
    const time = times.get(node.id)
    if (!time || node.callFrame.functionName === '(idle)') continue
    const area = areaOf(node, parents)
    found.set(area, (found.get(area) ?? 0) + time)
  }
  const busy = [...found.values()].reduce((sum, time) => sum + time, 0)
  if (busy === 0) throw new Error('the profile holds nothing that was busy')
  const shares = [...found].map(([area, time]): [string, number] => [area, time / busy])
  return new Map(shares.toSorted(([, one], [, other]) => other - one))
}

// A sample stands for the time until the next one.
function ownTimes({ samples, timeDeltas }: CpuProfile): Map<number, number> {
  const times = new Map<number, number>()
  for (const [index, id] of samples.entries()) {
    times.set(id, (times.get(id) ?? 0) + (timeDeltas[index + 1] ?? 0))
  }
  return times
}

const system = 'system and engine, for nobody in particular'

function areaOf(node: ProfileNode, parents: ReadonlyMap<number, ProfileNode>): string {
  if (node.callFrame.functionName === '(garbage collector)') return 'garbage'
  const callers = [node]
  for (let caller = parents.get(node.id); caller; caller = parents.get(caller.id)) callers.push(caller)
  // What is built into the engine has no address: it works for the first caller that has one.
  const urls = callers.map(({ callFrame }) => callFrame.url).filter((url) => url !== '')
  const [url] = urls
  if (url === undefined) return system
  if (url.startsWith('node:')) return areaOfNode(url, urls.map(packageOf))
  const name = packageOf(url)
  if (name !== null) return areaOfPackage(name)
  return /\/(app\/server|db)\//.test(url) ? 'our server and way to the database' : 'the page’s own code'
}

function packageOf(url: string): string | null {
  return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? null
}

const packages: [string, RegExp][] = [
  ['React', /^(react|react-dom|scheduler)$/],
  ['i18next', /^i18next/],
  ['Remix and its router', /^(@remix-run\/.+|react-router(-dom)?)$/],
  ['turbo-stream', /^turbo-stream$/],
  ['pg and Kysely', /^(pg(-.+)?|postgres-.+|kysely)$/],
  ['log', /^(pino|@pinojs\/.+|sonic-boom|quick-format-unescaped)$/],
  ['compression', /^compression$/],
  [
    'Express',
    /^(express|accepts|negotiator|vary|proxy-addr|forwarded|ipaddr\.js|on-headers|on-finished|ee-first|parseurl|path-to-regexp|finalhandler|send|serve-static|qs|debug|safe-buffer|bytes)$/,
  ],
  ['metrics', /^(prom-client|tdigest|bintrees)$/],
]

function areaOfPackage(name: string): string {
  return packages.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other packages'
}

/** Of a module of Node's own, by what it does, and where anybody may use it by who called it. */
function areaOfNode(url: string, callers: readonly (string | null)[]): string {
  const area = callers.map((name) => name && areaOfPackage(name)).find((found) => found)
  const module = url.slice('node:'.length).replace('internal/', '')
  if (module.startsWith('zlib')) return 'compression'
  if (module.startsWith('crypto')) return 'hashes and random numbers'
  if (module.startsWith('fs')) return area === 'log' ? 'log' : 'files'
  if (/^(net|stream|_stream|js_stream)/.test(module)) return socketOf(area)
  if (/^(_?http|dtrace)/.test(module)) return socketOf(undefined)
  if (/^(deps\/undici|webstreams|abort_controller|event_target|fetch)/.test(module)) {
    return 'requests, answers and streams of the web in Node'
  }
  return 'Node itself'
}

function socketOf(area: string | null | undefined): string {
  if (area === 'log') return 'log'
  return area === 'pg and Kysely' ? 'socket to PostgreSQL' : 'HTTP and its socket'
}
