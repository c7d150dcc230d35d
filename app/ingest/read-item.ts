import type { z } from 'zod'
import { faultsOf } from './item-faults.ts'
import { itemSchemas, type IngestItem, type ItemKind } from './item-schemas.ts'
import { problem, type IngestProblem, type ProblemError } from './problems.ts'

export async function readItem(
  kind: ItemKind,
  sent: unknown,
  now: Date,
): Promise<IngestItem | IngestProblem> {
  const read = itemSchemas[kind].safeParse(sent)
  if (!read.success) return problem('invalid', errorsOf(read.error))
  const item = { kind, item: read.data } as IngestItem
  const errors = await faultsOf(item, now)
  return errors.length > 0 ? problem('invalid', errors) : item
}

/** Never repeats the values or names that were sent. */
export function errorsOf(error: z.ZodError): ProblemError[] {
  return error.issues
    .slice(0, 50)
    .map((issue) => ({ pointer: pointerOf(issue.path), detail: detailOf(issue) }))
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part)}`).join('')
}

function detailOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${issue.expected}`
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`
    case 'invalid_format':
      return `must have the format ${issue.format}`
    case 'too_big':
      return `must be at most ${issue.maximum}`
    case 'too_small':
      return `must be at least ${issue.minimum}`
    case 'unrecognized_keys':
      return 'has a member that is not known'
    case 'custom':
      return issue.message
    default:
      return 'is not as it should be'
  }
}
