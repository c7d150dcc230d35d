import type { RespondentTx } from '../../db/connect'
import { keepAnswer, sendAnswers } from '../../app/survey/answering'
import { instrumentOf, type Instrument } from '../../app/survey/instrument'
import { readInstruments } from '../../app/survey/read-instruments'
import { codeHash, newRoundSecret, surveyCode } from '../../app/survey/survey-code'
import { layOutTickets } from '../../services/worker/survey/open-rounds'
import { mixResponses, type Mixing } from '../../services/worker/survey/mix-responses'
import { testKeys } from './keys'
import { municipalityId } from './people'
import { pino } from 'pino'
import { openStories, storyTime, type Stories } from './stories'

export const { instruments } = readInstruments(null)
export const childForm = instrumentOf(instruments, 'child', 1)!

/** After the last day of every round that {@link SurveyWorld.openRound} opens. */
export const afterRounds = new Date('2026-12-02T09:00:00+01:00')

export type SurveyWorld = {
  stories: Stories
  /** Opens a round of its own, lays out its tickets, and gives the codes of so many places. */
  openRounds: (rounds: number, each: number) => Promise<{ id: string; codes: string[] }[]>
  /** Answers and sends, as somebody who has the code. */
  answer: (code: string, answers: Record<string, string | string[]>, when?: Date) => Promise<boolean>
  asRespondent: <T>(
    code: string,
    work: (tx: RespondentTx, opened: { code: string; instrument: Instrument }) => Promise<T>,
    when?: Date,
  ) => Promise<T | null>
  mix: (when?: Date, inOrder?: Mixing['inOrder']) => Promise<void>
  responses: (roundId: string) => Promise<Record<string, string | string[]>[]>
  close: () => Promise<void>
}

const municipality = municipalityId('ekdala')

/** The stories with rounds of the child's own form. */
export async function openSurveyWorld(inOrder?: <T>(things: readonly T[]) => T[]): Promise<SurveyWorld> {
  const stories = await openStories()
  const { owner, database } = stories
  const asRespondent: SurveyWorld['asRespondent'] = async (code, work, when = storyTime) => {
    const done = await database.asRespondent(codeHash(code), when, async (tx, { instrument, version }) => ({
      value: await work(tx, { code, instrument: instrumentOf(instruments, instrument, version)! }),
    }))
    return done ? done.value : null
  }
  return {
    stories,
    asRespondent,
    openRounds: async (rounds, each) => {
      const { rows } = await owner.query<{ id: string; sealed_secret: Buffer }>(
        `with unit as (insert into unit (municipality_id, name) select $1, 'Enhet ' || n from generate_series(1, $2) n returning id)
         insert into survey_round (municipality_id, unit_id, year, season, opens_on, offers_until, closes_on, sealed_secret)
           select $1, id, 2026, 'autumn', '2026-08-01', '2026-11-09', '2026-11-30', $3 from unit returning id, sealed_secret`,
        [municipality, rounds, newRoundSecret(testKeys)],
      )
      const layOut = { dataKeys: testKeys, instruments: [childForm], ...(inOrder ? { inOrder } : {}) }
      await database.asService(storyTime, (tx) => layOutTickets(tx, layOut))
      return rows.map(({ id, sealed_secret }) => {
        const where = { municipalityId: municipality, roundId: id, instrument: 'child', version: 1 }
        const codes = Array.from({ length: each }, (_each, place) =>
          surveyCode(sealed_secret, { ...where, place }, testKeys),
        )
        return { id, codes }
      })
    },
    answer: async (code, answers, when) => {
      const sent = await asRespondent(
        code,
        async (tx, opened) => {
          for (const [item, answer] of Object.entries(answers)) await keepAnswer(tx, opened, { item, answer })
          return sendAnswers(tx, opened, testKeys)
        },
        when,
      )
      return sent === true
    },
    mix: (when = storyTime, order) =>
      mixResponses(
        { database, now: () => when, log: pino({ level: 'silent' }) },
        { dataKeys: testKeys, instruments, ...(order ? { inOrder: order } : {}) },
      ),
    responses: async (roundId) => {
      const { rows } = await owner.query<{ answers: Record<string, string | string[]> }>(
        'select answers from survey.response where round_id = $1 order by ctid',
        [roundId],
      )
      return rows.map(({ answers }) => answers)
    },
    close: () => stories.close(),
  }
}
