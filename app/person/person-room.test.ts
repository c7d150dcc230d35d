import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStories, type Stories } from '../../tests/support/stories'
import { listAccessEvents } from '../audit/access-log'
import { changeSettings, listSignIns } from './settings'

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
})
afterAll(() => stories.close())

test('a youth sees by name who has read about her, staff and guardian', async () => {
  const events = await stories.asPerson('tindra', (tx) => listAccessEvents(tx, 'others', 1))
  expect(events.length).toBeGreaterThan(0)
  expect(events).toContainEqual(
    expect.objectContaining({ actorKind: 'staff', givenName: 'Mira', staffTitle: 'socialsekreterare' }),
  )
  expect(events.some(({ actorKind, givenName }) => actorKind === 'person' && givenName === 'Marie')).toBe(
    true,
  )
  const times = events.map(({ at }) => at.getTime())
  expect(times).toEqual(times.toSorted((one, other) => other - one))
})

test('what others have read is told apart from what one has read, with who had the case that day', async () => {
  const [others, own] = await stories.asPerson('tindra', async (tx) => [
    await listAccessEvents(tx, 'others', 1),
    await listAccessEvents(tx, 'own', 1),
  ])
  expect(new Set(others.map(({ isMe }) => isMe))).toEqual(new Set([false]))
  expect(new Set(own.map(({ isMe }) => isMe))).toEqual(new Set([true]))
  const had = (name: string) =>
    new Set(others.filter(({ givenName }) => givenName === name).map(({ isCaseworker }) => isCaseworker))
  expect(had('Mira')).toEqual(new Set([true]))
  expect(had('Jonas')).toEqual(new Set([false]))
  expect(had('Marie')).toEqual(new Set([false]))
})

test('the child finds what was read by the title that it has for the child, and a guardian by its own', async () => {
  const titlesOf = async (who: 'tindra' | 'marie') => {
    const events = await stories.asPerson(who, (tx) => listAccessEvents(tx, 'own', 1))
    return events.map(({ itemTitle }) => itemTitle)
  }
  expect(await titlesOf('tindra')).toContain('Jag kom hem till er')
  expect(await titlesOf('tindra')).not.toContain('Hemma hos Tindra och Marie')
  expect(await titlesOf('marie')).toContain('Hemma hos Tindra och Marie')
})

test('a guardian sees no other guardian’s reading', async () => {
  const events = await stories.asPerson('peter', (tx) => listAccessEvents(tx, 'others', 1))
  expect(events.filter(({ actorKind, isMe }) => actorKind === 'person' && !isMe)).toEqual([])
})

test('settings follow the person to the next visit', async () => {
  await stories.asPerson('lina', (tx) => changeSettings(tx, { language: 'fi', textSize: 'larger' }))
  const subject = await stories.asPerson('lina', (_tx, found) => Promise.resolve(found))
  expect(subject).toMatchObject({ language: 'fi', textSize: 'larger' })
})

test('sign-ins are told latest first, a few of them', async () => {
  const signIns = await stories.asPerson('tindra', (tx) => listSignIns(tx))
  expect(signIns.length).toBeLessThanOrEqual(10)
  expect(signIns[0]?.device).toBe('phone')
  const times = signIns.map(({ at }) => at.getTime())
  expect(times).toEqual(times.toSorted((one, other) => other - one))
})
