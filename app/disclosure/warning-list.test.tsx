import { expect, test } from 'vitest'
import { htmlOf } from '../../tests/support/html'
import { drawnWarnings } from './drawn-warnings'
import { readerWarnings } from './reader-warnings'
import { WarningList } from './warning-list'

const people = [{ id: 'sara', name: 'Sara Holm', isProtected: true }]
const peter = { personId: 'peter', name: 'Peter Brandt' }

const warningsOf = (text: string) =>
  readerWarnings(peter, [text], { people, caseWords: [], now: new Date('2026-09-15T07:00:00Z') })

type Warnings = Awaited<ReturnType<typeof warningsOf>>

const drawn = (warnings: Warnings, seen: readonly string[] = []) =>
  htmlOf(
    <WarningList
      id="varningar"
      warnings={drawnWarnings(warnings, seen)}
      seen={seen}
      name="Peter"
      hint="Ändra texten."
    />,
  )

const count = (html: string, what: string) => html.split(what).length - 1
const boxes = (html: string) =>
  [...html.matchAll(/<input[^>]*type="checkbox"[^>]*value="([^"]+)"/g)].map(([, key]) => key!)

test('every place that a tick speaks of stands beside it', async () => {
  const html = drawn(await warningsOf('Sara kom. '.repeat(7)))
  expect(boxes(html)).toHaveLength(1)
  expect(count(html, '<mark>Sara</mark>')).toBe(7)
})

test('of very many places two hundred are drawn, and the next when those are ticked', async () => {
  const warnings = await warningsOf('Sara kom. '.repeat(230))
  const first = drawn(warnings)
  expect(boxes(first)).toHaveLength(4)
  expect(count(first, '<mark>Sara</mark>')).toBe(200)
  expect(first).toContain('ställe 151–200 av 230')
  const next = drawn(warnings, boxes(first))
  expect(boxes(next)).toEqual([warnings[4]!.key])
  expect(count(next, '<mark>Sara</mark>')).toBe(30)
  expect(count(next, 'type="hidden"')).toBe(4)
})
