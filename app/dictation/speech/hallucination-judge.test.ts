import { describe, expect, test } from 'vitest'
import { judgeSegments, type HeardSegment, type Verdict } from './hallucination-judge.ts'

const judgeOne = (segment: HeardSegment) => judgeSegments([segment])[0]

const KEPT: Verdict = { kind: 'keep', doubt: null }

function heard(text: string, seen: Partial<HeardSegment> = {}): HeardSegment {
  return {
    text,
    start: 10,
    end: 12,
    avgLogprob: null,
    noSpeechProb: null,
    compressionRatio: null,
    speechSeconds: 1.8,
    ...seen,
  }
}

describe('what a caseworker says stays as it is', () => {
  test.each([
    'Vi träffades på kontoret den tredje mars.',
    'Nej, nej, nej.',
    'Ja.',
    'Hon ser text på tavlan bättre nu.',
    'Översättning av beslutet är beställd.',
    'Han lyssnar på musik.',
    'Pappa tittade på tv. Tack för att ni ringde mig, sa han.',
    'Mormor och morfar och mormor och morfar.',
    'Undertexten i filmen var på svenska.',
  ])('%s', (text) => {
    expect(judgeOne(heard(text))).toEqual(KEPT)
  })

  test('unknown figures decide nothing', () => {
    expect(judgeOne(heard('Han sover gott.', { speechSeconds: null }))).toEqual(KEPT)
  })
})

describe('a farewell', () => {
  test.each([
    'Tack för att ni kom.',
    'Tack för att du kom till.',
    'Tack för att ni tittade!',
    'Tack för mig.',
  ])('"%s" stays, marked, when somebody really says it', (text) => {
    expect(judgeOne(heard(text))).toEqual({ kind: 'keep', doubt: 'outro' })
  })

  test.each([
    ['is stretched over more than four seconds', { end: 14.5 }],
    ['rests on less than 0.7 s of speech', { speechSeconds: 0.4 }],
    ['is no speech to the engine', { noSpeechProb: 0.35 }],
  ])('goes when it %s', (_when, seen) => {
    const verdict = { kind: 'drop', reason: 'outro' }
    expect(judgeOne(heard('Tack för att ni kom.', seen))).toEqual(verdict)
    expect(judgeOne(heard('Glöm inte att prenumerera!', seen))).toEqual(verdict)
    expect(judgeOne(heard('Vi ses i nästa video.', seen))).toEqual(verdict)
    expect(judgeOne(heard('Musik', seen))).toEqual(verdict)
  })

  test('inside a longer sentence is nobody’s invention', () => {
    const text = 'Tack för att ni kom hit så snabbt i dag, säger mamma när vi går.'
    expect(judgeOne(heard(text, { end: 16 }))).toEqual(KEPT)
  })
})

describe('credits of subtitles go', () => {
  test.each([
    'Textning.nu',
    'Svensktextning.nu',
    'Svansktextning.nu',
    'Undertexter från Amara.org-gemenskapen',
    'Undertexter av Amara.org-gemenskapen.',
    'Undertextad av',
    'Textning: BTI Studios',
    'Textning: SVT',
    'SDI Media',
    'Text: VSI Stockholm',
    'Textning Stina Hedin www.btistudios.com',
    'Översättning: Anna Svensson',
  ])('%s', (text) => {
    expect(judgeOne(heard(text))).toEqual({ kind: 'drop', reason: 'credit' })
  })
})

describe('sounds written as words go', () => {
  test.each(['[Musik]', '♪', '♪ ♪ ♪', '...', '…', '(applåder)', '', '[Skratt] …'])('"%s"', (text) => {
    expect(judgeOne(heard(text))).toEqual({ kind: 'drop', reason: 'tag' })
  })
})

describe('repeated words stay, marked', () => {
  test.each([
    'Det är en bra dag. '.repeat(3),
    'Hon kom hem och hon kom hem och hon kom hem och hon',
    'nej nej nej nej nej',
    'Han sa att nej, nej, nej, nej, nej till det.',
    '0 7 0 1 1 1 1 2 3 4',
  ])('%s', (text) => {
    const verdict = judgeOne(heard(text, { end: 20, speechSeconds: 6 }))
    expect(verdict).toEqual({ kind: 'keep', doubt: 'repeated' })
  })

  test('also when every round is a segment of its own', () => {
    const round = heard('Det är ju en kvart.', { speechSeconds: 1 })
    const [other, twice] = [heard('Hej.'), heard('Ja.')]
    const verdicts = judgeSegments([other, round, round, round, twice, twice])
    const repeated: Verdict = { kind: 'keep', doubt: 'repeated' }
    expect(verdicts).toEqual([KEPT, repeated, repeated, repeated, KEPT, KEPT])
  })

  test('but not when there is no voice or no time for them', () => {
    const text = 'Tack för att du kom till. '.repeat(5)
    const drop = (reason: string) => ({ kind: 'drop', reason })
    expect(judgeOne(heard(text, { end: 18, speechSeconds: 0 }))).toEqual(drop('noSpeech'))
    expect(judgeOne(heard(text, { end: 18, speechSeconds: 0.5 }))).toEqual(drop('impossibleSpeed'))
    expect(judgeOne(heard(text, { end: 12, speechSeconds: 1.9 }))).toEqual(drop('impossibleSpeed'))
  })
})

describe('numerals with a voice behind them are never taken out', () => {
  test.each([
    ['as too fast', '0 7 0 1 1 1 1 2 3 4 och sedan 5 5 5 5 5 5', { end: 10.4, speechSeconds: 0.4 }],
    ['as too fast, in words', 'noll sju noll ett ett ett ett två', { end: 10.4, speechSeconds: 0.4 }],
    ['as unlikely', 'Hon är tjugofem.', { noSpeechProb: 0.9, avgLogprob: -2 }],
    ['as a sound', '[40 12]', {}],
  ])('%s', (_why, text, seen) => {
    expect(judgeOne(heard(text, seen))).toEqual({ kind: 'keep', doubt: 'unlikely' })
  })
})

describe('where nobody spoke nothing is kept', () => {
  test.each([
    'Ja.',
    'Hon vill flytta hem till pappa.',
    '[Hon gråter och säger att hon vill hem till mormor.]',
    '(Barnet skriker.)',
    'Numret är 070-111 12 34.',
    'nej nej nej nej nej',
  ])('%s', (text) => {
    const seen = { speechSeconds: 0, avgLogprob: -0.05, noSpeechProb: 0.01, end: 30 }
    expect(judgeOne(heard(text, seen))).toEqual({ kind: 'drop', reason: 'noSpeech' })
  })

  test('words in brackets that somebody may have said stay, marked', () => {
    const text = '[Hon vill hem till mormor.]'
    expect(judgeOne(heard(text))).toEqual({ kind: 'keep', doubt: 'unlikely' })
  })
})

describe('figures of the engine', () => {
  test('no speech and an unlikely text together: it goes', () => {
    const seen = { noSpeechProb: 0.7, avgLogprob: -1.2 }
    expect(judgeOne(heard('Det är en del av det.', seen))).toEqual({ kind: 'drop', reason: 'noSpeech' })
  })

  test('an unlikely text alone stays, marked', () => {
    expect(judgeOne(heard('Han trivs.', { avgLogprob: -1.2 }))).toEqual({ kind: 'keep', doubt: 'unlikely' })
  })

  test('a text that compresses too well stays, marked', () => {
    const seen = { compressionRatio: 2.6 }
    expect(judgeOne(heard('Det var det.', seen))).toEqual({ kind: 'keep', doubt: 'repeated' })
  })

  test('more than thirty characters a second is nobody’s speech', () => {
    const text = 'Det här är en lång mening som ingen människa kan säga på en enda sekund.'
    const seen = { end: 11, speechSeconds: 0.9 }
    expect(judgeOne(heard(text, seen))).toEqual({ kind: 'drop', reason: 'impossibleSpeed' })
    expect(judgeOne(heard(text, { end: 14 }))).toEqual(KEPT)
  })
})
