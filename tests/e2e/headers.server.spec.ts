import { metricsToken } from '../support/stack'
import { rawGet } from '../support/raw-get'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'

const note = `/arenden/${storyId('case', 'EK-2026-0412')}/anteckningar/${storyId('note', 'A3')}`

// Every answer of the portal, whatever it is.
const everyAnswer = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-robots-tag': 'noindex',
}

for (const [what, address, status] of [
  ['a page for everybody', '/', 200],
  ['a personal page', '/hem', 200],
  ['a note', note, 200],
  ['a page that is not', '/finns-inte', 404],
  ['a note that is not', `${note.slice(0, -12)}0123456789ab`, 404],
  ['loader data', '/hem.data', 404],
  ['a redirect', '/logga-ut', 303],
  ['a file', '/icon.svg', 200],
  ['the script', '/enhance.js', 200],
  ['a file that is not', '/assets/finns-inte.css', 404],
  ['a sign of life', '/healthz', 200],
] as const) {
  test(`${what} has the headers that protect it`, async ({ requestAs, origin }) => {
    const answer = await (await requestAs('tindra')).get(address)
    expect(answer.status()).toBe(status)
    const headers = answer.headers()
    expect(headers).toMatchObject(everyAnswer)
    const policy = headers['content-security-policy']!
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|nonce|\*|data:|blob:/)
    expect(policy).not.toContain(origin)
    expect(headers['permissions-policy']).toMatch(/camera=\(\).*geolocation=\(\)/)
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['x-powered-by']))
    expect(headers).not.toHaveProperty('server')
    expect(headers['x-request-id']).toMatch(/^[0-9a-f]{10}$/)
  })
}

for (const target of ['*', 'http://[', 'ftp://evil.example/x']) {
  test(`the target ${target} is refused, in words of ours`, async ({ origin }) => {
    const { status, headers } = await rawGet(origin, target, new URL(origin).host)
    expect(status).toBe(400)
    expect(headers).toMatchObject({ ...everyAnswer, 'cache-control': 'no-store' })
    expect(headers['x-request-id']).toMatch(/^[0-9a-f]{10}$/)
  })
}

for (const address of [
  '/',
  '/hem',
  note,
  '/insyn',
  '/installningar',
  '/installningar/aviseringar',
  '/finns-inte',
  '/logga-in',
  '/hem.data',
]) {
  test(`${address.replace(/[0-9a-f-]{36}/g, ':id')} is kept nowhere`, async ({ requestAs }) => {
    const {
      'cache-control': cache,
      etag,
      'last-modified': modified,
    } = (await (await requestAs('tindra')).get(address)).headers()
    expect({ cache, etag, modified }).toEqual({ cache: 'no-store', etag: undefined, modified: undefined })
  })
}

test('files are kept: those named by their content for a year, the others for an hour', async ({
  requestAs,
}) => {
  const request = await requestAs(null)
  const front = await (await request.get('/')).text()
  const style = /href="(\/assets\/[^"]+\.css)"/.exec(front)?.[1] ?? ''
  expect((await request.get(style)).headers()['cache-control']).toBe('public, max-age=31536000, immutable')
  expect((await request.get('/enhance.js')).headers()['cache-control']).toBe('public, max-age=3600')
})

test('a page loads one style, one script and fonts, all from here', async ({ pageAs, origin }) => {
  const page = await pageAs('tindra')
  const asked: string[] = []
  page.on('request', (request) => void asked.push(request.url()))
  await page.goto(note)
  expect(asked.filter((url) => !url.startsWith(origin))).toEqual([])
  expect(asked.filter((url) => url.endsWith('.css'))).toHaveLength(1)
  expect(asked.filter((url) => url.endsWith('.js')).every((url) => url === `${origin}/enhance.js`)).toBe(true)
  const html = await page.content()
  expect(html).not.toMatch(/<script(?![^>]*src=)|\son\w+="|style="|__remix/i)
})

test('the title tells nothing of what the page holds', async ({ pageAs }) => {
  const page = await pageAs('tindra')
  await page.goto(note)
  await expect(page).toHaveTitle('Anteckning – Mina sidor')
})

for (const address of [
  '/../package.json',
  '/%2e%2e/package.json',
  '/..%2f..%2fetc/passwd',
  '/app/routes.ts',
  '/.env',
  '/.git/config',
  '/assets/../../server/index.js',
  '/build/server/index.js',
]) {
  test(`${address} gives no file of the server`, async ({ requestAs }) => {
    const answer = await (await requestAs(null)).get(address)
    expect(answer.status()).toBe(404)
    expect(await answer.text()).not.toMatch(/devDependencies|root:|import /)
  })
}

test('the counts of the portal open for a token alone, whatever a proxy sends', async ({ requestAs }) => {
  const request = await requestAs('tindra')
  const ours = await request.get('/metrics', { headers: { Authorization: `Bearer ${metricsToken}` } })
  expect(await ours.text()).toContain('http_requests_total')
  expect(await ours.text()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-4/)
  for (const headers of [
    {},
    { 'X-Forwarded-For': '127.0.0.1' },
    { Authorization: 'Bearer ' },
    { Authorization: `Bearer ${metricsToken}x` },
    { Authorization: metricsToken },
  ])
    expect((await request.get('/metrics', { headers })).status()).toBe(404)
})

test('a host in other letters is ours, and no path or target leads off our site', async ({ origin }) => {
  const { host } = new URL(origin)
  expect((await rawGet(origin, '/logga-in', host.toUpperCase())).status).toBe(200)
  expect((await rawGet(origin, `${origin}/logga-in`, 'evil.example')).status).toBe(200)
  for (const path of ['//evil.example/x', '/\\evil.example/x', '/\\/evil.example', 'http://evil.example/x']) {
    const { status, location } = await rawGet(origin, path, 'evil.example')
    expect([status, new URL(location).origin], path).toEqual([307, origin])
  }
})

test('the address of the portal comes from its settings, never from who asks', async ({
  requestAs,
  origin,
}) => {
  const request = await requestAs(null)
  for (const headers of [
    { Host: 'example.org' },
    { 'X-Forwarded-Host': 'example.org' },
    { 'X-Forwarded-Proto': 'gopher' },
  ]) {
    const answer = await request.get('/logga-in', { headers })
    expect(await answer.text()).not.toContain('example.org')
    expect(answer.headers()['location'] ?? origin).toMatch(new RegExp(`^${origin}`))
  }
})

test('cookies are for this site and the server alone', async ({ requestAs, origin }) => {
  const answer = await (
    await requestAs('tindra')
  ).post('/installningar', {
    form: { language: 'sv', textSize: 'large', closed: 'notes' },
    headers: { Origin: origin },
  })
  const cookies = answer.headersArray().filter(({ name }) => name.toLowerCase() === 'set-cookie')
  expect(cookies).toHaveLength(3)
  for (const { value } of cookies) expect(value).toMatch(/; Path=\/; HttpOnly; SameSite=Lax/)
})
