import { rm } from 'node:fs/promises'
import { builtPortal, compiled } from './built-portal.ts'

// The last step of a build: the first start, and one that may not write, finds what V8 makes of it. What was made of
// earlier builds goes.
await rm(compiled, { recursive: true, force: true })
const { builtPages } = await builtPortal()
await builtPages()
process.exit()
