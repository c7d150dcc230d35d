import { builtPages, servePortal } from './serve.ts'

// `npm start` is production, whatever the environment says: React reads this when the pages are loaded.
process.env['NODE_ENV'] = 'production'
await servePortal({ production: true, pages: builtPages })
