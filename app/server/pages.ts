import type { ServerBuild } from '@remix-run/node'
import { Router, type RequestHandler } from 'express'
import { askRemix, type Asking } from './ask-remix.ts'

export type PagesBuild = ServerBuild | (() => Promise<ServerBuild>)

/**
 * A handler per address saves an eighth of a page's time (docs/decisions/0010). The rest get Remix's 404. Addresses of one
 * first word and one length are tried together, in the order of app/routes.ts, and no others.
 */
export function pages(build: PagesBuild, asking: Asking): RequestHandler {
  const rest = askRemix(build, asking)
  const shelves = new Map<string, Router>()
  for (const { id, parentId, path = '', module } of typeof build === 'function' ? [] : routesOf(build)) {
    if (!parentId) continue
    const shelf = shelfOf(path)
    const router = shelves.get(shelf) ?? Router({ caseSensitive: false, strict: false })
    shelves.set(shelf, router)
    const isAnswer = module.default === undefined
    if (isAnswer && !module.action) router.all(`/${path}`, onlyRead)
    router.all(`/${path}`, askRemix(withRoute(build as ServerBuild, parentId, id), asking))
  }
  return (req, res, next) => {
    const router = shelves.get(shelfOf(req.path.slice(1)))
    if (!router) return rest(req, res, next)
    router(req, res, (error?: unknown) => (error ? next(error) : rest(req, res, next)))
  }
}

/** @param path of app/routes.ts, or of a request, less its first slash; `''` is the front page */
function shelfOf(path: string): string {
  const words = path.replace(/\/$/, '').split('/')
  return `${words.length} ${words[0]!.toLowerCase()}`
}

const routesOf = (build: ServerBuild) => Object.values(build.routes)

/** Sent to what is only read, and has no page to say so. Remix would tell in its own words. */
const onlyRead: RequestHandler = (req, res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') return next()
  res.status(405).set('Allow', 'GET, HEAD').end()
}

function withRoute(build: ServerBuild, ...ids: string[]): ServerBuild {
  return {
    ...build,
    routes: only(build.routes, ids),
    assets: { ...build.assets, routes: only(build.assets.routes, ids) },
  }
}

function only<T>(all: Readonly<Record<string, T>>, ids: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([id]) => ids.includes(id)))
}
