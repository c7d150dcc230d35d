import { expect, test } from 'vitest'
import { blocksFromText, textFromBlocks } from './from-text'

test('a field of text becomes headings, paragraphs and lists', () => {
  expect(blocksFromText('Hej.\n\n# Beslut\n## Del\n- Ett\n- Två\nSlut - så.\n-1 grad\n#1')).toEqual([
    { kind: 'paragraph', text: 'Hej.' },
    { kind: 'heading', level: 2, text: 'Beslut' },
    { kind: 'heading', level: 3, text: 'Del' },
    { kind: 'list', ordered: false, items: ['Ett', 'Två'] },
    { kind: 'paragraph', text: 'Slut - så.' },
    { kind: 'paragraph', text: '-1 grad' },
    { kind: 'paragraph', text: '#1' },
  ])
  expect(blocksFromText(' \n\u200b\n')).toEqual([])
})

test('what is shown for writing on becomes the same again', () => {
  const text = 'Hej.\n# Beslut\n## Del\n- Ett\n- Två\nSlut.'
  expect(textFromBlocks(blocksFromText(text))).toBe(text)
})
