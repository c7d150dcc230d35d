import type { CaseDatabase } from './case-database.ts'
import { filesOfPages } from './page-files.ts'
import { goals } from './plan.ts'
import { rawGet } from './raw-get.ts'
import type { Part } from './report.ts'

type Encoding = 'br' | 'gzip'
type Weight = Record<'page' | 'style' | 'script' | 'icon' | 'font' | 'withoutFont', number>

/** What a phone takes over the network at its first view of each kind of page. */
export async function measureWeight(address: string, { casePath, cookie }: CaseDatabase): Promise<Part> {
  const pages = { home: '/hem', case: casePath, ...(await textsOf(address + casePath, cookie)) }
  const files = await filesOfPages(address, Object.values(pages), cookie)
  const weighed = await Promise.all(
    Object.keys(pages).map(async (name, index) => ({
      name,
      requests: files[index]!.length,
      br: await weigh(address, files[index]!, cookie, 'br'),
      gzip: await weigh(address, files[index]!, cookie, 'gzip'),
    })),
  )
  return {
    section: {
      heading: 'Weight of a first view',
      about:
        'Bytes of the bodies as they come over the wire, each file asked for in brotli (and in gzip) as a browser asks; ' +
        'which files, a Chromium with nothing in its cache said. Signed in, telephone 390 px wide. Font apart: it is asked for once.',
      columns: [
        'page',
        'requests',
        'brotli without font',
        'gzip without font',
        'HTML',
        'style',
        'script',
        'icon',
        'font',
      ],
      rows: weighed.map(({ name, requests, br, gzip }) => [
        name,
        String(requests),
        ...[br.withoutFont, gzip.withoutFont, br.page, br.style, br.script, br.icon, br.font].map(String),
      ]),
    },
    checks: [
      ...weighed.map(({ name, br }) => ({
        name: `first view of ${name}, brotli without font`,
        found: br.withoutFont / 1000,
        limit: goals.pageBytes / 1000,
        rule: 'atMost' as const,
        unit: ' kB',
      })),
      {
        name: 'requests of a first view, at most',
        found: Math.max(...weighed.map(({ requests }) => requests)),
        limit: goals.pageRequests,
        rule: 'atMost',
      },
    ],
  }
}

// The first note and the first document that the case page leads to.
async function textsOf(casePage: string, cookie: string): Promise<{ note: string; document: string }> {
  const { body } = await rawGet(casePage, { cookie })
  const pathIn = (room: string) => {
    const path = new RegExp(`href="(/arenden/[^/"]+/${room}/[0-9a-f-]{36})"`).exec(body.toString())?.[1]
    if (!path) throw new Error(`the case page leads to nothing in ${room}`)
    return path
  }
  return { note: pathIn('anteckningar'), document: pathIn('dokument') }
}

async function weigh(
  address: string,
  paths: readonly string[],
  cookie: string,
  encoding: Encoding,
): Promise<Weight> {
  const weight: Weight = { page: 0, style: 0, script: 0, icon: 0, font: 0, withoutFont: 0 }
  for (const path of paths) {
    const { status, headers, body } = await rawGet(address + path, { cookie, 'accept-encoding': encoding })
    if (status !== 200) throw new Error(`${path} answers ${status}`)
    const kind = kindOf(headers['content-type'] ?? '')
    weight[kind] += body.length
    if (kind !== 'font') weight.withoutFont += body.length
  }
  return weight
}

function kindOf(contentType: string): Exclude<keyof Weight, 'withoutFont'> {
  if (contentType.startsWith('text/html')) return 'page'
  if (contentType.startsWith('text/css')) return 'style'
  if (contentType.includes('javascript')) return 'script'
  if (contentType.startsWith('image/')) return 'icon'
  if (contentType.startsWith('font/')) return 'font'
  throw new Error(`a page asks for ${contentType || 'something without a type'}`)
}
