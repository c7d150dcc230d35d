import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readerWarnings } from '../disclosure/reader-warnings'
import { languages } from '../i18n/languages'
import { answerFault } from './answer-in'
import { answerTemplates, blankIn, templateIn, withBeginning } from './answer-templates'

test.each([
  ['Jag svarar senast [dag].', '[dag]'],
  ['سأرد في موعد أقصاه [اليوم].', '[اليوم]'],
  ['Jag svarar senast torsdag.', undefined],
  ['Ring mig [', undefined],
  ['[] eller [\n]', undefined],
])('in “%s” the blank is %s', (text, blank) => {
  expect(blankIn(text)).toBe(blank)
})

test('a blank is not sent, whoever forgot it', () => {
  expect(answerFault('Vi ses [dag och tid].')).toEqual({ fault: 'blank', blank: '[dag och tid]' })
  expect(answerFault('Vi ses på torsdag klockan tre.')).toBeNull()
  expect(answerFault('   ')).toEqual({ fault: 'empty' })
  expect(answerFault('x'.repeat(10_001))).toEqual({ fault: 'tooLong', typed: 10_001 })
})

test('what was written stays before a beginning that is chosen', () => {
  expect(withBeginning('', 'Hej!')).toBe('Hej!')
  expect(withBeginning('Hej Tindra!\n', 'Vi ses [dag].')).toBe('Hej Tindra!\n\nVi ses [dag].')
  expect(templateIn('read')).toBe('read')
  expect(templateIn('text')).toBeUndefined()
})

test.each(languages)('each template in %s has a blank to fill', (language) => {
  const texts = JSON.parse(readFileSync(`locales/${language}/answer.json`, 'utf8')) as {
    template: Record<string, { text: string }>
  }
  for (const template of answerTemplates)
    expect(blankIn(texts.template[template]!.text), template).toBeTruthy()
})

test.each(languages)('in %s no template says anything that its reader may not know', async (language) => {
  const file = readFileSync(`locales/${language}/answer.json`, 'utf8')
  const { template } = JSON.parse(file) as { template: Record<string, { text: string }> }
  const texts = answerTemplates.map((each) =>
    template[each]!.text.replace('{{name}}', 'Peter').replace(/\[.*?\]/g, '…'),
  )
  const people = [{ id: 'sara', name: 'Sara Holm', isProtected: true }]
  const peter = { personId: 'peter', name: 'Peter Brandt' }
  const now = new Date('2026-09-15T09:00:00+02:00')
  expect(await readerWarnings(peter, texts, { people, caseWords: ['Solgården'], now })).toEqual([])
})
