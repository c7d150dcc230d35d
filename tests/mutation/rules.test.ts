import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rules } from './rules.ts'

const root = join(import.meta.dirname, '..', '..')

test.each(rules)('$rule: the rule stands once where it is looked for, and its tests are there', (rule) => {
  const parts = readFileSync(join(root, rule.file), 'utf8').split(rule.text)
  expect(parts.length - 1).toBe(1)
  expect(rule.without).not.toBe(rule.text)
  expect(rule.tests.filter((path) => !existsSync(join(root, path)))).toEqual([])
})
