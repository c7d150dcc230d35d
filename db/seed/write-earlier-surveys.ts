import type { Kysely } from 'kysely'
import { instrumentOf } from '../../app/survey/instrument.ts'
import { readInstruments } from '../../app/survey/read-instruments.ts'
import { listUntold, tellSeason } from '../../app/survey/results/tell-survey.ts'
import { connect } from '../connect.ts'
import type { DB } from '../schema.ts'
import { insertAll } from './insert-all.ts'
import type { PersonKey, UnitKey } from './people.ts'
import { storyId } from './story-id.ts'
import { madeUpAnswers, type Answering } from './survey-answers.ts'

const municipality_id = storyId('municipality', 'ekdala')

type Form = 'child' | 'authority-youth' | 'authority-guardian' | 'family-treatment-carer'
type EarlierRound = {
  unit: UnitKey
  year: number
  season: 'spring' | 'autumn'
  answering: Partial<Record<Form, Answering>>
}

/** Three seasons that are over. In the second four children answered; the third has 600 answers in one unit. */
const rounds: readonly EarlierRound[] = [
  {
    unit: 'family',
    year: 2025,
    season: 'spring',
    answering: {
      child: { people: 31, content: 0.66 },
      'authority-youth': { people: 64, content: 0.6 },
      'authority-guardian': { people: 96, content: 0.68 },
      'family-treatment-carer': { people: 24, content: 0.78 },
    },
  },
  {
    unit: 'family',
    year: 2025,
    season: 'autumn',
    answering: {
      child: { people: 4, content: 0.7 },
      'authority-youth': { people: 58, content: 0.64 },
      'authority-guardian': { people: 118, content: 0.7 },
      'family-treatment-carer': { people: 31, content: 0.8 },
    },
  },
  {
    unit: 'family',
    year: 2026,
    season: 'spring',
    answering: {
      child: { people: 90, content: 0.72 },
      'authority-youth': { people: 170, content: 0.69 },
      'authority-guardian': { people: 280, content: 0.75 },
      'family-treatment-carer': { people: 60, content: 0.82 },
    },
  },
  {
    unit: 'reception',
    year: 2025,
    season: 'autumn',
    answering: {
      'authority-youth': { people: 9, content: 0.6 },
      'authority-guardian': { people: 41, content: 0.66 },
    },
  },
  {
    unit: 'reception',
    year: 2026,
    season: 'spring',
    answering: {
      'authority-youth': { people: 22, content: 0.65 },
      'authority-guardian': { people: 52, content: 0.71 },
    },
  },
]

const days = {
  spring: (year: number) => ({
    opens_on: `${year}-01-01`,
    offers_until: `${year}-07-31`,
    closes_on: `${year}-08-21`,
  }),
  autumn: (year: number) => ({
    opens_on: `${year}-08-01`,
    offers_until: `${year}-12-31`,
    closes_on: `${year + 1}-01-21`,
  }),
}

/** Who of the stories was asked in the spring of 2026, so that what it told comes back to them. */
const asked: readonly { who: PersonKey; instrument: Form; place: number; on: [string, string, string] }[] = [
  { who: 'alva', instrument: 'child', place: 12, on: ['2026-05-20', '2026-05-27', '2026-06-10'] },
  {
    who: 'henrik',
    instrument: 'family-treatment-carer',
    place: 3,
    on: ['2026-05-20', '2026-05-27', '2026-06-10'],
  },
  { who: 'tindra', instrument: 'authority-youth', place: 29, on: ['2026-06-02', '2026-06-09', '2026-06-23'] },
  {
    who: 'marie',
    instrument: 'authority-guardian',
    place: 8,
    on: ['2026-06-02', '2026-06-09', '2026-06-23'],
  },
]

/** What the team leader has said back (S003: "så här svarade ni, det här gör vi"). */
const replies = [
  {
    year: 2025,
    season: 'spring',
    heard: 'Många tyckte att det var svårt att få tag på sin socialsekreterare.',
    done: 'Nu har alla en socialsekreterare till som kan svara. Vi svarar på sms samma dag.',
    at: '2025-09-22 10:15',
  },
  {
    year: 2026,
    season: 'spring',
    heard: 'Det är lättare att nå oss nu. Men många vill vara med och bestämma mer om hjälpen.',
    done: 'Vi frågar alltid vad du själv vill innan vi bestämmer. Ditt förslag skriver vi i planen, med dina ord.',
    at: '2026-09-07 14:40',
  },
] as const

/** What children wrote in the spring of 2026, and what became of it when it was reviewed. */
const texts = [
  { words: 'Det var bra att jag fick bestämma var vi skulle sitta.', state: 'released' },
  { words: 'Jag vill att ni ringer mig och inte bara mamma.', state: 'released' },
  { words: 'Ibland förstår jag inte vad orden betyder.', state: 'waiting' },
  { words: 'Karin var snäll. Ring mig på 070-174 06 35 om ni vill veta mer.', state: 'waiting' },
] as const

const roundId = ({ unit, year, season }: Pick<EarlierRound, 'unit' | 'year' | 'season'>) =>
  storyId('survey_round', `${unit} ${year} ${season}`)

/** Writes the rounds that are over, their answers, and who of the stories was asked. */
export async function writeEarlierSurveys(tx: Kysely<DB>): Promise<void> {
  const { instruments } = readInstruments(null)
  await insertAll(
    tx,
    'survey_round',
    rounds.map(({ unit, year, season }) => ({
      municipality_id,
      id: roundId({ unit, year, season }),
      unit_id: storyId('unit', unit),
      year,
      season,
      ...days[season](year),
    })),
  )
  for (const round of rounds) {
    for (const [form, answering] of Object.entries(round.answering)) {
      const responses = madeUpAnswers(
        instrumentOf(instruments, form, 1)!,
        answering,
        `${round.unit} ${round.year} ${round.season} ${form}`,
      )
      await insertAll(
        tx,
        'survey.response',
        responses.map((answers) => ({
          municipality_id,
          round_id: roundId(round),
          instrument: form,
          instrument_version: 1,
          answers: JSON.stringify(answers),
        })),
      )
    }
  }
  const round_id = roundId({ unit: 'family', year: 2026, season: 'spring' })
  await insertAll(
    tx,
    'survey.free_text',
    texts.map(({ words }) => ({
      municipality_id,
      round_id,
      instrument: 'child',
      instrument_version: 1,
      item: 'c7',
      words,
    })),
  )
  await insertAll(tx, 'survey_reviewer', [
    {
      municipality_id,
      staff_id: storyId('staff', 'hanna'),
      valid: '[2025-01-01,)',
      source: 'Förvaltningschefens beslut 2024-12-09',
    },
  ])
  await insertAll(
    tx,
    'survey_reply',
    replies.map(({ year, season, heard, done, at }) => ({
      municipality_id,
      round_id: roundId({ unit: 'family', year, season }),
      heard,
      done,
      written_by: storyId('staff', 'jonas'),
      written_at: at,
    })),
  )
  await insertAll(
    tx,
    'survey_invitation',
    asked.map(({ who, instrument, place, on: [opens_on, reminder_on, closes_on] }) => ({
      municipality_id,
      id: storyId('survey_invitation', `${who} 2026 spring`),
      round_id: roundId({ unit: 'family', year: 2026, season: 'spring' }),
      person_id: storyId('person', who),
      instrument,
      instrument_version: 1,
      place,
      opens_on,
      reminder_on,
      closes_on,
    })),
  )
}

const toldAt = '2026-09-14T06:00:00+02:00'

/** Tells what the earlier rounds have told, as the worker does it. */
export async function tellEarlierSurveys(ownerUrl: string): Promise<void> {
  const { instruments } = readInstruments(null)
  const database = connect(ownerUrl, () => undefined)
  const asService = <T>(work: Parameters<typeof database.asService<T>>[1]) =>
    database.asService(new Date(toldAt), work)
  try {
    for (const season of await asService(listUntold))
      await tellSeason(asService, season, { instruments, now: new Date(toldAt) })
  } finally {
    await database.close()
  }
}

/** What has been reviewed of what was told. */
export async function reviewEarlierTexts(tx: Kysely<DB>): Promise<void> {
  for (const { words, state } of texts.filter((text) => text.state !== 'waiting')) {
    await tx
      .updateTable('survey_text')
      .set({
        state,
        shown: words,
        reviewed_by: storyId('staff', 'hanna'),
        reviewed_at: '2026-09-14T13:20:00+02:00',
      })
      .where('municipality_id', '=', municipality_id)
      .where('words', '=', words)
      .execute()
  }
}
