import { expect, test } from 'vitest'
import { bbicAreas } from '../../db/closed-lists'
import { bbicSides } from '../bbic'

test('the sides of the triangle hold every area that there is, once', () => {
  expect(bbicSides.flatMap<string>(({ areas }) => [...areas]).toSorted()).toEqual([...bbicAreas].toSorted())
})
