import { randomUUID } from 'node:crypto'
import { askForOtherTime, writePoint } from '../../app/appointment/own-words.ts'
import { action as meetingAction } from '../../app/routes/staff/appointment.tsx'
import { action as bookAction } from '../../app/routes/staff/new-appointment.tsx'
import { action as remarkAction } from '../../app/routes/staff/remark.tsx'
import { action as threadAction } from '../../app/routes/staff/thread.tsx'
import { addRemark } from '../../app/remark/add-remark.ts'
import { listStaffAttachments } from '../../app/attachment/list-attachments.ts'
import { guardsOf, meeting } from './appointments.ts'
import { eliasCase } from './asked.ts'
import { askQuestion } from './asked-question.ts'
import { attachAsStaff } from './attached.ts'
import type { DeskWorld } from './desk-world.ts'
import { idOf } from './people.ts'
import { storyTime } from './stories.ts'

type Fields = Record<string, string | readonly string[]>
/** Sends one text to Peter, whose case is Samira's. */
export type Send = (text: string, seen?: readonly string[]) => Promise<Answer>
type Answer = { status: number; looked: Looked[]; body: string }
type Looked = { foreignNumbers: string[]; warnings: { key: string; kind: string; text: string }[] }

/** Every kind of text that staff write and Peter reads. Each is made ready anew, in a world of its own. */
export const kindsOfText: Record<string, (world: DeskWorld) => Promise<Send>> = {
  'an answer': async (world) => {
    const { threadId } = await askQuestion(world.stories, { person: 'peter', caseId: eliasCase })
    return (text, seen) => answer(world, threadId, { text, seen: seen ?? [] })
  },
  'a template that is filled in': async (world) => {
    const { threadId } = await askQuestion(world.stories, { person: 'peter', caseId: eliasCase })
    const begun = 'Hej Peter! Jag vet inte svaret än. Jag har frågat vidare.'
    return (text, seen) => answer(world, threadId, { text: `${begun} ${text}`, seen: seen ?? [] })
  },
  'a second answer': async (world) => {
    const { threadId } = await askQuestion(world.stories, { person: 'peter', caseId: eliasCase })
    await answer(world, threadId, { text: 'Ja.' })
    return (text, seen) => answer(world, threadId, { text, seen: seen ?? [] })
  },
  'the name of a file': async (world) => {
    const { threadId } = await askQuestion(world.stories, { person: 'peter', caseId: eliasCase })
    return async (text, seen) => {
      await world.stories.owner.query('delete from attachment where name is not null')
      await attachAsStaff(world.stories, 'samira', threadId, { name: `${text}.pdf` })
      const came = await answer(world, threadId, { text: 'Se filen.', seen: seen ?? [] })
      const files = await world.stories.asStaff('samira', (tx) =>
        listStaffAttachments(tx, { threadId, isDraft: true }),
      )
      return { ...came, body: files.map(({ name }) => name).join() }
    }
  },
  'a place': (world) => booked(world, (text) => ({ place: text })),
  'how one gets in': (world) => booked(world, (text) => ({ place: 'Kommunhuset', placeNote: text })),
  'what to bring': (world) => booked(world, (text) => ({ bring: text })),
  'the role of whoever else comes': (world) =>
    booked(world, (text) => ({ 'name-0': 'Kim', 'role-0': `kurator. ${text}` })),
  'why a time is moved': async (world) => {
    const form = await drawn(world)
    return (text, seen = []) =>
      change(world, { ...form, version: '1', day: '2026-09-22', reason: text, seen })
  },
  'why a time is called off': (world) =>
    Promise.resolve((text, seen = []) => change(world, { deed: 'cancel', version: '1', reason: text, seen })),
  'an answer to another time': async (world) => {
    const request = randomUUID()
    await world.stories.asPerson('peter', (tx) =>
      askForOtherTime(tx, { appointmentId: petersMeeting, id: request, text: 'Kan vi ses sen?' }),
    )
    return (text, seen = []) => change(world, { deed: 'answer', request, answer: text, seen })
  },
  'an answer to a remark': async (world) => {
    const remarkId = await world.stories.asPerson('peter', (tx) =>
      addRemark(tx, {
        caseId: eliasCase,
        noteId: null,
        documentId: null,
        kind: 'accessRequest',
        text: 'Jag undrar en sak.',
        formKey: randomUUID(),
      }),
    )
    return (text, seen = []) => send(world, remarkAction, { remarkId: remarkId! }, { text, seen })
  },
  'what became of a point': async (world) => {
    const point = randomUUID()
    await world.stories.asPerson('peter', (tx) =>
      writePoint(tx, { appointmentId: petersMeeting, id: point, text: 'Umgänget', hearers: 'everyone' }),
    )
    // It has begun.
    await world.stories.owner.query(
      `update appointment set starts_at = $2, ends_at = $2::timestamptz + interval '1 hour' where id = $1`,
      [petersMeeting, storyTime],
    )
    return (text, seen = []) => change(world, { deed: 'point', point, outcome: 'notYet', words: text, seen })
  },
}

const petersMeeting = meeting('elias/peter')
const peter = idOf('peter')
const typed = {
  kind: 'officeMeeting',
  day: '2026-09-21',
  from: '10:00',
  to: '11:00',
  persons: peter,
  [`place-${peter}`]: 'yes',
  [`others-${peter}`]: 'yes',
}

/** The form of a meeting with Peter, who is told where it is and who comes. */
async function drawn({ stories }: DeskWorld): Promise<Fields> {
  const { guards } = await stories.asStaff('samira', (tx) => guardsOf(tx, eliasCase))
  return { ...typed, guards: guards.join() }
}

async function booked(world: DeskWorld, fieldsOf: (text: string) => Fields): Promise<Send> {
  const form = await drawn(world)
  return (text, seen = []) =>
    send(
      world,
      bookAction,
      { caseId: eliasCase },
      { formKey: randomUUID(), ...form, ...fieldsOf(text), seen },
    )
}

const change = (world: DeskWorld, fields: Fields) =>
  send(world, meetingAction, { appointmentId: petersMeeting }, fields)

/** Answers in a thread, as after a reading of its page. */
async function answer(world: DeskWorld, threadId: string, fields: Fields): Promise<Answer> {
  return send(world, threadAction, { threadId }, { message: randomUUID(), words: '1', do: 'send', ...fields })
}

async function send(
  world: DeskWorld,
  action: unknown,
  params: Record<string, string>,
  fields: Fields,
): Promise<Answer> {
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
  )
  const came: unknown = await world.ask('samira', action, { params, method: 'POST', body })
  if (came instanceof Response) return { status: came.status, looked: [], body: '' }
  const { data, init } = came as { data: unknown; init: { status: number } }
  return { status: init.status, looked: lookedIn(data), body: JSON.stringify(data) }
}

/** Of an answer's page it stands beside the words, of a meeting's in what was checked. */
function lookedIn(data: unknown): Looked[] {
  const found = data as { looked?: Looked[]; checked?: { looked: Looked[] } }
  return found.looked ?? found.checked?.looked ?? []
}

/** In how many places a person can come to read the text. */
export async function timesSent({ stories }: DeskWorld, text: string): Promise<number> {
  const { rows } = await stories.owner.query<{ times: number }>(
    `select count(*)::int as times from (
       select text from message
       union all select a.name from attachment a join message m on m.municipality_id = a.municipality_id and m.id = a.message_id
       union all select concat_ws(' ', place, place_note, bring, change_reason) from appointment
       union all select role from appointment_participant
       union all select answer from appointment_change_request
       union all select outcome_words from appointment_point
       union all select answer from remark) told (words)
      where strpos(words, $1) > 0`,
    [text],
  )
  return rows[0]!.times
}
