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
  'immediateCustody.child.text name': 'caseworker',
} as const

const filled = {
  dueOn: '2026-10-27',
  nextFollowUp: '2026-10-28',
  readableUntil: '2026-10-29',
  caseworker: 'Samira',
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
    const told = wordsOf(stageNow(stage, voice, filled), language)
    expect(told).toContain(shown(source))
    const days = others.filter((each) => each !== 'caseworker')
    expect(days.filter((each) => told.includes(shown(each)))).toEqual([])
    if (source === 'caseworker') return
    const without = wordsOf(stageNow(stage, voice, { ...filled, [source]: null }), language)
    expect(without).not.toMatch(/2[789]/)
  },
)

test.each(languages)('a child in care is told in %s of no day when somebody comes', (language) => {
  expect(wordsOf(stageNow('immediateCustody', 'child', filled), language)).not.toMatch(/2[789]/)
})

type Days = Record<Source, string | null>

function stageNow(stage: string, voice: string, { dueOn, nextFollowUp, readableUntil }: Days) {
  return (
    <StageNow
      stages={[{ stage, position: 1, startedOn: '2026-09-01', dueOn }]}
      audience={voice as 'child' | 'youth' | 'guardian'}
      caseworker={filled.caseworker}
      nextFollowUp={nextFollowUp}
      readableUntil={readableUntil}
    />
  )
}

/** As the text shows it: the number of the day is in every language's date. */
function shown(source: Source): string {
  return source === 'caseworker' ? filled.caseworker : filled[source].slice(-2)
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
