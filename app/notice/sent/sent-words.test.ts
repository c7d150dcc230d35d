import { describe, expect, test } from 'vitest'
import { languages, type Language } from '../../i18n/languages.ts'
import { messageParts } from '../../../services/demo/post/message-parts.ts'
import { codeWords, noticeWords, supportWords } from './sent-words.ts'

const municipality = 'Ekdala kommun'
const neutral = (language: Language) => noticeWords(language, { wording: 'neutral', municipality })
const named = (language: Language) => noticeWords(language, { wording: 'named', municipality })
const code = (language: Language) => codeWords(language, '012345')

/** What a locked screen must not say: whom it is about, who sends, what it is. Of every language, since any can be chosen. */
const forbidden: Record<Language, string> = {
  sv: `barn|ungdom|familj|förälder|vårdnad|mamma|pappa|social|soc|kommun|myndighet|nämnd|handläggare|utredning|ärende|anteckning|beslut|
    dokument|journal|orosanmälan|enkät|möte|besök|skriv under|underskrift|signera|bankid|lvu|bbic|stöd|ekdala|tindra|peter|sara|elias|alva|mina sidor`,
  'sv-latt':
    'barn|familj|social|kommun|beslut|anteckning|ärende|dokument|möte|enkät|ekdala|tindra|mina sidor',
  en: 'child|youth|family|parent|guardian|social|municipal|council|authority|case|investigation|note|decision|document|survey|meeting|sign for|welfare',
  ar: 'طفل|أطفال|شاب|عائلة|أسرة|والد|أب|أم |اجتماعي|بلدية|سلطة|قضية|ملاحظة|قرار|وثيقة|استبيان|موعد|توقيع|تحقيق',
  fi: 'lapsi|lapsen|nuori|perhe|vanhempi|huoltaja|sosiaali|kunta|viranomai|asia|selvitys|muistiinpano|päätös|asiakirja|kysely|tapaaminen|allekirjoit',
  so: "ilmo|caruur|dhalinyaro|qoys|waalid|bulsho|degmo|maamul|kiis|baaris|qoraal|go'aan|dukumenti|kulan|saxiix",
}
const everyWord = new RegExp(
  Object.values(forbidden)
    .flatMap((words) => words.split('|'))
    .map((word) => word.trim())
    .join('|'),
  'i',
)

describe.each(languages)('in %s', (language) => {
  test.each([
    ['a notice', neutral],
    ['a code', code],
    ['where to turn', (language: Language) => ({ subject: '', text: supportWords(language) })],
  ])('%s says nothing of whom, from whom or what, and leads nowhere', (_what, words) => {
    const { subject, text } = words(language)
    for (const said of [subject, text]) {
      expect(said).not.toMatch(everyWord)
      expect(said).not.toMatch(/https?:|www\.|\.se\b/)
      expect(said).not.toContain('{{')
    }
  })

  test('a notice and a code are one SMS each', () => {
    const alphabet = language === 'ar' ? 'UCS-2' : 'GSM-7'
    expect(messageParts(neutral(language).text)).toEqual({ alphabet, parts: 1 })
    expect(messageParts(code(language).text)).toEqual({ alphabet, parts: 1 })
  })

  test('whoever has chosen so is told who sends, in two SMS at most', () => {
    expect(named(language).text).toContain(municipality)
    expect(messageParts(named(language).text).parts).toBeLessThanOrEqual(2)
    // Not where it is seen first.
    expect(named(language).subject).not.toMatch(everyWord)
  })
})

test('the list of words would find what it is for', () => {
  for (const language of languages) expect(named(language).text).toMatch(everyWord)
})

test('in Arabic what is written from left to right is kept together, and nowhere else', () => {
  expect(code('ar').text).toContain('\u2066012345\u2069')
  expect(named('ar').text).toContain(`\u2066${municipality}\u2069`)
  for (const language of languages.filter((each) => each !== 'ar')) {
    expect(code(language).text + named(language).text).not.toMatch(/[\u2066-\u2069]/)
  }
})
