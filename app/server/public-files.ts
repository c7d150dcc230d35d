import express, { type RequestHandler } from 'express'
import { readdirSync } from 'node:fs'
import { extname } from 'node:path'

/** The better first: every browser of today takes it. */
const codings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const

/** Files that lie ready, and beside them the compressed ones of the build (vite.compressed-files.ts). */
export function publicFiles(folder: string): RequestHandler {
  const names = new Set(readdirSync(folder, { recursive: true }).map((name) => `/${String(name)}`))
  const serve = express.static(folder, {
    index: false,
    // Hashed names never change. Set here, since maxAge does not override the no-store set earlier.
    setHeaders: (res, path) => {
      const isNamedByContent = /-v\d+\.woff2$|[/\\](assets|islands)[/\\]/.test(path)
      res.setHeader(
        'Cache-Control',
        isNamedByContent ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      )
    },
  })
  return (req, res, next) => {
    const { path } = req
    const ready = codings.filter(({ ending }) => names.has(path + ending))
    if (ready.length > 0) res.vary('Accept-Encoding')
    const chosen = ready.find(({ name }) => req.acceptsEncodings(name))
    if (chosen) {
      res.type(extname(path)).set('Content-Encoding', chosen.name)
      req.url = req.url.replace(path, path + chosen.ending)
    }
    serve(req, res, next)
  }
}
