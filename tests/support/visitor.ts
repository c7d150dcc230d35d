import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { RequestContext } from '../../app/context.ts'
import { origin } from './sign-in-world.ts'

type Route = (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown

/** What a route answered, whichever of Remix's forms it took. `told` is the data of a page. */
export type Answer = { status: number; headers: Headers; location: string | null; told: unknown }

export type TestVisitor = {
  /** Cookies by full name. */
  cookies: Map<string, string>
  get: (route: Route, path: string) => Promise<Answer>
  post: (
    route: Route,
    path: string,
    fields?: Record<string, string>,
    headers?: HeadersInit,
  ) => Promise<Answer>
}

/** A browser at the edge of the routes: keeps cookies as their Set-Cookie says, follows nothing. */
export function testVisitor(context: RequestContext): TestVisitor {
  const cookies = new Map<string, string>()
  const ask = async (route: Route, path: string, init: RequestInit): Promise<Answer> => {
    const headers = new Headers(init.headers)
    headers.set('Cookie', [...cookies].map((cookie) => cookie.join('=')).join('; '))
    const request = new Request(new URL(path, origin), { ...init, headers })
    const answer = answerOf(
      await Promise.resolve(route({ request, context, params: {} })).catch((thrown: unknown) => thrown),
    )
    for (const line of answer.headers.getSetCookie()) keep(cookies, line)
    return answer
  }
  return {
    cookies,
    get: (route, path) => ask(route, path, {}),
    post: (route, path, fields = {}, headers = {}) =>
      ask(route, path, { method: 'POST', body: new URLSearchParams(fields), headers }),
  }
}

function answerOf(value: unknown): Answer {
  if (value instanceof Error) throw value
  if (value instanceof Response) {
    return {
      status: value.status,
      headers: value.headers,
      location: value.headers.get('Location'),
      told: null,
    }
  }
  const { data = value, init = null } = value as { data?: unknown; init?: ResponseInit | null }
  return { status: init?.status ?? 200, headers: new Headers(init?.headers), location: null, told: data }
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split('; ')
  const at = pair.indexOf('=')
  if (attributes.includes('Max-Age=0')) cookies.delete(pair.slice(0, at))
  else cookies.set(pair.slice(0, at), pair.slice(at + 1))
}
