import { storyId } from '../../db/seed/story-id.ts'
import { eliasCase } from './asked.ts'
import { idOf } from './people.ts'

/** A word that stands in every row that is filled in, where a row has words or bytes. */
export const mark = 'Gallringsmärke'

/** Adds a row to a table of Ekdala. */
export type AddRow = (table: string, row: Record<string, unknown>) => Promise<void>

export const bytes = Buffer.from(mark)
export const now = '2026-09-15T08:00:00+02:00'
export const id = (what: string) => storyId('whole_case', what)
const [peter, elias, samira] = [idOf('peter'), idOf('elias'), idOf('samira')]
const document = storyId('document', 'elias/custody')

/** What was asked, said and agreed on in Elias's case. */
export async function addTalk(add: AddRow): Promise<void> {
  await add('case_word', { case_id: eliasCase, word: mark, added_by: samira })
  await add('remark', {
    ...{
      id: id('remark'),
      case_id: eliasCase,
      note_id: id('note'),
      person_id: peter,
      kind: 'ownComment',
      text: mark,
    },
    ...{ form_key: id('form'), written_at: now },
  })
  await add('question_thread', {
    id: id('thread'),
    case_id: eliasCase,
    person_id: peter,
    subject: mark,
    started_at: now,
  })
  await add('message', {
    ...{
      id: id('message'),
      thread_id: id('thread'),
      from_person_id: peter,
      text: mark,
      sent_at: now,
      readable_from: now,
    },
  })
  await add('message_receipt', { message_id: id('message'), seen_at: now })
  await add('message_draft', {
    ...{
      id: id('draft'),
      case_id: eliasCase,
      from_person_id: peter,
      thread_id: id('thread'),
      text: mark,
      saved_at: now,
    },
  })
  await add('case_line', {
    id: id('line'),
    case_id: eliasCase,
    person_id: peter,
    text: mark,
    written_at: now,
    written_by: samira,
  })
  await add('silence', { case_id: eliasCase, person_id: peter, since: now, asked_at: now })
  await add('attachment', {
    ...{
      id: id('attachment'),
      case_id: eliasCase,
      message_id: id('message'),
      name: mark,
      type: 'image/png',
      size: 1,
    },
    ...{ fingerprint: Buffer.alloc(32, 7), sealed: bytes, state: 'clean', added_at: now },
  })
  await add('appointment', {
    ...{
      id: id('appointment'),
      case_id: eliasCase,
      kind: 'officeMeeting',
      starts_at: now,
      place: mark,
      form_key: id('form'),
    },
    ...{ ends_at: '2026-09-15T09:00:00+02:00', shown_from: now, planned_by: samira, planned_at: now },
    ...{ changed_by: samira, changed_at: now, time_set_at: now },
  })
  const meets = { appointment_id: id('appointment'), person_id: peter }
  await add('appointment_participant', { id: id('participant'), ...meets })
  await add('appointment_point', {
    id: id('point'),
    ...meets,
    text: mark,
    hearers: 'everyone',
    written_at: now,
  })
  await add('message_draft', {
    ...{ id: id('begun point'), case_id: eliasCase, from_person_id: peter, form: 'point' },
    ...{ appointment_id: id('appointment'), text: mark, saved_at: now },
  })
  await add('appointment_change_request', { id: id('change'), ...meets, text: mark, asked_at: now })
  await add('read_together', {
    ...{ id: id('reading'), case_id: eliasCase, staff_id: samira, level: 'easier', company: 'relative' },
    ...{ company_name: mark, form_key: id('reading form'), prepared_at: now, begun_at: now },
  })
  await add('read_together_item', {
    ...{ read_together_id: id('reading'), position: 1, kind: 'note', note_id: id('note') },
    ...{ mark: 'wondering', marked_at: now },
  })
  await add('together_session', { read_together_id: id('reading'), token_hash: bytes, opened_at: now })
  await add('plan', {
    id: id('plan'),
    document_id: document,
    number: 1,
    agreed_on: '2026-09-15',
    summary: mark,
  })
  await add('plan_goal', { id: id('goal'), plan_id: id('plan'), position: 1, goal: mark, steps: '[]' })
  await add('follow_up', {
    id: id('meeting'),
    case_id: eliasCase,
    planned_on: '2026-09-14',
    shown_from: now,
    place: mark,
  })
  await add('follow_up_record', {
    ...{
      follow_up_id: id('meeting'),
      school: mark,
      form_key: id('record'),
      recorded_at: now,
      recorded_by: samira,
    },
  })
  await add('follow_up_participant', { follow_up_id: id('meeting'), name: mark, role: mark })
  await add('follow_up_goal', {
    follow_up_id: id('meeting'),
    goal_id: id('goal'),
    progress: 'reached',
    child_view: mark,
  })
  await add('follow_up_area', { follow_up_id: id('meeting'), area: 'health' })
}

/** What is known of Peter, and how things came in. */
export async function addPeople(add: AddRow): Promise<void> {
  await add('notice_channel', {
    ...{
      id: id('channel'),
      person_id: peter,
      channel: 'email',
      sealed_address: bytes,
      address_hash: Buffer.alloc(32, 7),
    },
    ...{ wording: 'neutral', added_at: now, said_safe_at: now },
  })
  await add('notice_choice', { channel_id: id('channel'), topic: 'news' })
  await add('notice_code_asked', { person_id: peter, address_hash: bytes, asked_at: now })
  await add('notice_delivery', { id: id('delivery'), channel_id: id('channel'), made_at: now, try_at: now })
  await add('notice_delivery_part', {
    ...{ notice_id: id('notice'), channel_id: id('channel'), delivery_id: id('delivery') },
  })
  await add('ingest_client', { client_id: 'casesystem', name: 'A system', valid: '[2026-01-01,)' })
  await add('ingested', {
    ...{
      client_id: 'casesystem',
      external_id: 'gallring-1',
      kind: 'note',
      case_id: eliasCase,
      note_id: id('note'),
      received_at: now,
    },
  })
  await add('survey_invitation', {
    ...{
      id: id('invitation'),
      round_id: storyId('survey_round', 'x'),
      person_id: peter,
      instrument: 'x',
      instrument_version: 1,
    },
    ...{ place: 100, opens_on: '2026-09-01', reminder_on: '2026-09-08', closes_on: '2026-09-22' },
  })
  await add('notice', {
    id: id('notice'),
    person_id: peter,
    kind: 'newNote',
    note_id: id('note'),
    due_at: now,
  })
  await add('notice', { person_id: peter, kind: 'surveyOffer', invitation_id: id('invitation'), due_at: now })
  await add('case_party_block', {
    ...{ child_id: elias, person_id: peter, valid: '[2026-09-01,)', ground: mark, decided_by: samira },
  })
  await add('former_number', {
    ...{
      person_id: peter,
      id_number_encrypted: bytes,
      id_number_hash: bytes,
      given_up_at: now,
      changed_by: samira,
    },
  })
  await add('person', {
    ...{
      id: id('merged'),
      given_name: mark,
      family_name: mark,
      birth_date: '1985-12-31',
      id_number_encrypted: bytes,
    },
    ...{ id_number_hash: bytes, merged_into: peter },
  })
  await add('session', { token_hash: bytes, kind: 'person', subject_id: peter, device: 'phone' })
  await add('sign_in_account', { kind: 'person', account_hash: Buffer.alloc(32, 7), subject_id: peter })
  await add('sign_in_choice', { browser_hash: bytes, kind: 'person', subject_id: peter, return_to: '/hem' })
  await add('pending_identification', {
    ...{
      state_hash: Buffer.alloc(32, 7),
      browser_hash: Buffer.alloc(32, 7),
      purpose: 'signature',
      kind: 'person',
    },
    ...{ subject_id: peter, intent_id: id('intent'), nonce: mark, code_verifier: mark, return_to: '/hem' },
  })
  await add('audit_event', { at: now, actor_kind: 'person', actor_id: peter, action: 'signedIn' })
}
