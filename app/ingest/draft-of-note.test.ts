import { expect, test } from 'vitest'
import { draftOfNote } from './draft-of-note.ts'

test('the child’s view and the assessment stand after the text, each in its own voice', () => {
  const draft = draftOfNote({ text: 'Ett.\n\n \nTvå.', childView: 'Tre.', assessment: 'Fyra.' })
  expect(draft.draftText).toBe('Ett.\n\nTvå.\n\nTre.\n\nFyra.')
  expect(draft.paragraphs.map(({ voice }) => voice)).toEqual(['fact', 'fact', 'statement', 'assessment'])
})
