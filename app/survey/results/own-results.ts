import type { PersonTx } from '../../../db/connect.ts'
import { instrumentOf, type Instrument } from '../instrument.ts'
import { shareOf, type Share } from './share.ts'

/** What came of a round that the reader was asked in. */
export type OwnResult = {
  roundId: string
  year: number
  season: string
  unit: string
  form: string
  title: Instrument['title']
  reply: { heard: string; done: string } | null
  questions: { id: string; text: Instrument['title']; answers: number; share: NonNullable<Share> }[]
}

/** The newest first. */
export async function listOwnResults(tx: PersonTx, instruments: readonly Instrument[]): Promise<OwnResult[]> {
  const rounds = await tx
    .selectFrom('person_survey_result')
    .selectAll()
    .orderBy('year', 'desc')
    .orderBy('season')
    .orderBy('instrument')
    .execute()
  if (rounds.length === 0) return []
  const figures = await tx.selectFrom('person_survey_figure').selectAll().execute()
  return rounds.flatMap((round) => {
    const form = instrumentOf(instruments, round.instrument, round.instrument_version)
    if (!form) return []
    const told = figures.filter(
      ({ round_id, instrument }) => round_id === round.round_id && instrument === round.instrument,
    )
    const questions = form.items.flatMap(({ id, kind, text }) => {
      const figure = kind === 'choice' ? told.find(({ item }) => item === id) : undefined
      const share = shareOf(figure, round.fewest)
      return figure && share ? [{ id, text, answers: figure.answers, share }] : []
    })
    const { round_id: roundId, year, season, unit, heard, done } = round
    const reply = heard && done ? { heard, done } : null
    return [{ roundId, year, season, unit, form: form.id, title: form.title, reply, questions }]
  })
}
