import type { HeadersFunction } from '@remix-run/node'
import { Outlet, isRouteErrorResponse, useMatches, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Problem } from './page/problem'
import { HtmlPage } from './page/html-page'
import { ProblemPage } from './page/problem-page'

/** `script: false`: the page sends no framework script. `title`: key of its neutral title. */
type PageHandle = { script: false; title: string; exit?: true }

/** What an answer was thrown with, as Retry-After, goes with the page that explains it. */
export const headers: HeadersFunction = ({ errorHeaders }) => errorHeaders ?? new Headers()

export function Layout({ children }: { children: ReactNode }) {
  const failed = Boolean(useRouteError())
  const handle = useMatches().at(-1)?.handle as PageHandle | undefined
  return (
    <HtmlPage title={failed || !handle ? 'problem:title' : handle.title} exit={handle?.exit}>
      {children}
    </HtmlPage>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ProblemPage problem={problemOf(useRouteError())} />
}

function problemOf(error: unknown): Problem | { problem: 'unexpected' | 'method' } {
  if (!isRouteErrorResponse(error)) return { problem: 'unexpected' }
  if (isProblem(error.data)) return error.data
  if (error.status === 405) return { problem: 'method' }
  return error.status === 404 ? { problem: 'notFound' } : { problem: 'unexpected' }
}

function isProblem(data: unknown): data is Problem {
  return typeof data === 'object' && data !== null && 'problem' in data
}
