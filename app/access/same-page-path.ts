import { returnPath } from './return-path.ts'

const publicPages = ['/', '/logga-in', '/tillganglighet', '/handlaggare/logga-in']

/** The page a form on every page leads back to: the one it stood on when that is one of ours, else a home. */
export function samePagePath(asked: unknown): string {
  if (typeof asked !== 'string') return '/'
  if (publicPages.includes(asked)) return asked
  return returnPath(asked.startsWith('/handlaggare') ? 'staff' : 'person', asked)
}
