import { builtPages, servePortal } from './serve.ts'

process.env['NODE_ENV'] = 'production'
await servePortal({ production: true, pages: builtPages })
