import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { wordsOf } from '../../tests/support/html'
import { languages, type Language } from '../i18n/languages'
import { StageNow } from './stage-now'

/** Every variable of the stage texts, and the only thing that may fill it. */
const sources = {
  'report.guardian.text date': 'dueOn',
  'preliminaryAssessment.youth.text date': 'dueOn',
  'investigation.youth.text date': 'dueOn',
  'investigation.guardian.text date': 'dueOn',
  'disclosureForComment.youth.text date': 'dueOn',
  'disclosureForComment.guardian.text date': 'dueOn',
  'followUp.youth.text date': 'nextFollowUp',
  'followUp.guardian.text date': 'nextFollowUp',
  'closure.youth.text date': 'readableUntil',
  'investigation.child.text name': 'caseworker',
  'disclosureForComment.child.text name': 'caseworker',
  'decision.child.text name': 'caseworker',
  'immediateCustody.child.text date': 'nextVisit',
  'immediateCustody.child.text name': 'visitor',
  'immediateCustody.child.textNoDate name': 'caseworker',
} as const

const filled = {
  dueOn: '2026-10-27',
  nextFollowUp: '2026-10-28',
  readableUntil: '2026-10-29',
  nextVisit: '2026-10-26T15:00:00+01:00',
  caseworker: 'Samira',
  visitor: 'Olle',
} as const

type Source = keyof typeof filled

test.each(languages)('the stage texts in %s have the variables of the table, no others', (language) => {
  const found = [...textsIn(language)].flatMap(([key, text]) => [
    ...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => `${key} ${name}`)),
  ])
  expect(found.toSorted()).toEqual(Object.keys(sources).toSorted())
})

test.each(languages)('a stage text in %s that names a day has a twin that promises none', (language) => {
  const texts = textsIn(language)
  const dated = [...texts].filter(([, text]) => text.includes('{{date}}')).map(([key]) => key)
  const twins = [...texts.keys()].filter((key) => key.endsWith('.textNoDate'))
  expect(dated.map((key) => `${key}NoDate`)).toEqual(twins)
})

test.each(languages.flatMap((language) => Object.entries(sources).map((row) => [language, ...row] as const)))(
  'in %s %s is filled from %s alone',
  (language, place, source) => {
    const [stage = '', voice = ''] = place.split('.')
    const others = (Object.keys(filled) as Source[]).filter((each) => each !== source)
    const told = wordsOf(
      stageNow(stage, voice, place.includes('textNoDate') ? { ...filled, nextVisit: null } : filled),
      language,
    )
    expect(told).toContain(shown(source))
    const days = others.filter((each) => each !== 'caseworker' && each !== 'visitor')
    const fromVisit = source === 'visitor' ? ['nextVisit'] : []
    expect(days.filter((each) => told.includes(shown(each)) && !fromVisit.includes(each))).toEqual([])
    if (source === 'caseworker' || source === 'visitor') return
    const without = wordsOf(stageNow(stage, voice, { ...filled, [source]: null }), language)
    expect(without).not.toMatch(/2[6789]/)
  },
)

test.each(languages)(
  'a child in care is told in %s who comes and when only while a visit is booked',
  (language) => {
    const booked = wordsOf(stageNow('immediateCustody', 'child', filled), language)
    expect(booked).toContain('Olle')
    expect(booked).not.toContain('Samira')
    const none = wordsOf(stageNow('immediateCustody', 'child', { ...filled, nextVisit: null }), language)
    expect(none).toContain('Samira')
    expect(none).not.toMatch(/Olle|2[6789]/)
  },
)

test('a case that is over is not counted in steps: its way may have had fewer than the usual', () => {
  expect(wordsOf(stageNow('closure', 'guardian', filled))).not.toMatch(/steg \d/)
  expect(wordsOf(stageNow('intervention', 'guardian', filled))).toContain('steg 1 av 8')
})

type Days = Record<Source, string | null>

function stageNow(stage: string, voice: string, { dueOn, nextFollowUp, readableUntil, nextVisit }: Days) {
  return (
    <StageNow
      stages={[{ stage, position: 1, startedOn: '2026-09-01', dueOn }]}
      audience={voice as 'child' | 'youth' | 'guardian'}
      caseworker={filled.caseworker}
      ahead={{ nextFollowUp, nextVisit: nextVisit === null ? null : { at: nextVisit, by: filled.visitor } }}
      readableUntil={readableUntil}
    />
  )
}

/** As the text shows it: the number of the day is in every language's date. */
function shown(source: Source): string {
  if (source === 'caseworker' || source === 'visitor') return filled[source]
  return filled[source].slice(8, 10)
}

function textsIn(language: Language): Map<string, string> {
  const path = join(import.meta.dirname, '../../locales', language, 'stage.json')
  const stages = JSON.parse(readFileSync(path, 'utf8')) as Record<
    string,
    Record<string, Record<string, string>>
  >
  return new Map(
    Object.entries(stages).flatMap(([stage, voices]) =>
      Object.entries(voices).flatMap(([voice, texts]) =>
        Object.entries(texts).map(([name, text]): [string, string] => [`${stage}.${voice}.${name}`, text]),
      ),
    ),
  )
}
