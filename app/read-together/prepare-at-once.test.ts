import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { prepare, type } from '../../tests/support/reading-together'
import { secondOwner } from '../../tests/support/second-owner'
import { openStories, type Stories } from '../../tests/support/stories'
import { untilItHangs } from '../../tests/support/until-it-hangs'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const plan = [{ kind: 'plan' as const, id: null }]

test('a list that is sent again while its code is typed is opened: neither waits for the other in vain', async () => {
  const key = randomUUID()
  const { code, id } = await prepare(stories, plan, { key })
  const holder = await secondOwner(stories)
  try {
    await holder.query('begin')
    await holder.query('select from read_together where id = $1 for update', [id])
    const again = prepare(stories, plan, { key, code })
    await untilItHangs(stories, 'staff_prepare_together')
    const typed = type(stories, code)
    await untilItHangs(stories, 'service_open_together')
    await holder.query('commit')
    expect(await again).toEqual({ code, id })
    expect(await typed).not.toBeNull()
  } finally {
    await holder.end()
  }
})
