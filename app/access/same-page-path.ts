import { publicAt, staffAt } from '../addresses.ts'
import { returnPath } from './return-path.ts'

const publicPages: readonly string[] = [
  publicAt.front,
  publicAt.signIn,
  publicAt.accessibility,
  publicAt.check,
  staffAt.signIn,
]

export function samePagePath(asked: unknown): string {
  if (typeof asked !== 'string') return publicAt.front
  if (publicPages.includes(asked)) return asked
  return returnPath(asked.startsWith(staffAt.today) ? 'staff' : 'person', asked)
}
