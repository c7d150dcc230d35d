type Cookie = { value: string; path: string }

export type TestBrowser = {
  send(url: string | URL, init?: RequestInit): Promise<Response>
  /** Stops at the first page, or the first redirect to another origin. */
  open(url: string | URL, init?: RequestInit): Promise<Visit>
  cookieNames(): string[]
}

export type Visit = { status: number; url: URL; text: string }

export function createTestBrowser(): TestBrowser {
  const jar = new Map<string, Cookie>()

  const send = async (url: string | URL, init: RequestInit = {}): Promise<Response> => {
    const { pathname } = new URL(url)
    const cookies = [...jar].filter(([, { path }]) => pathname.startsWith(path))
    const headers = { cookie: cookies.map(([name, { value }]) => `${name}=${value}`).join('; ') }
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const header of response.headers.getSetCookie()) keep(jar, header)
    return response
  }

  const open = async (url: string | URL, init?: RequestInit): Promise<Visit> => {
    const response = await send(url, init)
    const location = response.headers.get('location')
    if (!location) return { status: response.status, url: new URL(url), text: await response.text() }

    const next = new URL(location, url)
    if (next.origin !== new URL(url).origin) return { status: response.status, url: next, text: '' }
    return open(next)
  }

  return { send, open, cookieNames: () => [...jar.keys()] }
}

function keep(jar: Map<string, Cookie>, header: string): void {
  const [pair = '', ...attributes] = header.split('; ')
  const [name = '', value = ''] = pair.split('=')
  const path = attributes.find((attribute) => attribute.startsWith('path='))?.slice('path='.length) ?? '/'
  if (value === '') jar.delete(name)
  else jar.set(name, { value, path })
}
