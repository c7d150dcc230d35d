import { expect, test } from 'vitest'
import { createPlaces } from './places'

test('there are so many places, and a place left is free again, once', () => {
  const places = createPlaces({ most: 2, mostEach: 2 })
  const leave = places.enter('a')
  places.enter('b')
  expect(places.enter('c')).toBe('full')
  if (typeof leave === 'string') throw new Error(leave)
  leave()
  leave()
  expect(places.enter('c')).toBeTypeOf('function')
  expect(places.enter('d')).toBe('full')
})

test('one caller has no more than its own, and others still come in', () => {
  const places = createPlaces({ most: 10, mostEach: 2 })
  places.enter('a')
  places.enter('a')
  expect(places.enter('a')).toBe('tooManyOfCaller')
  expect(places.enter('b')).toBeTypeOf('function')
})

test('a newcomer takes the place of who has been there longest: of its own first, then of all', () => {
  const places = createPlaces({ most: 3, mostEach: 2 })
  const out: string[] = []
  const enter = (caller: string, name: string) => places.enter(caller, () => void out.push(name))
  enter('a', 'a1')
  enter('b', 'b1')
  enter('b', 'b2')
  expect(enter('b', 'b3')).toBeTypeOf('function')
  expect(out).toEqual(['b1'])
  expect(enter('c', 'c1')).toBeTypeOf('function')
  expect(out).toEqual(['b1', 'a1'])
})

test('who may stay is not turned out', () => {
  const places = createPlaces({ most: 1, mostEach: 1 })
  places.enter('a')
  expect(places.enter('b', () => undefined)).toBe('full')
})
