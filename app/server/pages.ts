import { createRequestHandler, type GetLoadContextFunction } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import { Router, type RequestHandler } from 'express'

export type PagesBuild = ServerBuild | (() => Promise<ServerBuild>)

/** A handler per address saves an eighth of a page's time (docs/decisions/0010). The rest get Remix's 404. */
export function pages(build: PagesBuild, mode: string, getLoadContext: GetLoadContextFunction): Router {
  const router = Router({ caseSensitive: false, strict: false })
  const handlerOf = (part: PagesBuild): RequestHandler => {
    const handle = createRequestHandler({ build: part, mode, getLoadContext })
    return (req, res, next) => void handle(req, res, next)
  }
  if (typeof build !== 'function') {
    for (const { id, parentId, path, module } of Object.values(build.routes)) {
      if (!parentId) continue
      const isAnswer = module.default === undefined
      if (isAnswer && !module.action) router.all(`/${path ?? ''}`, onlyRead)
      router.all(`/${path ?? ''}`, handlerOf(withRoute(build, parentId, id)))
    }
  }
  router.all('*', handlerOf(build))
  return router
}

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
