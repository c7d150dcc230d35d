import { storyId } from '../../db/seed/story-id.ts'
import { eliasCase } from './asked.ts'
import { idOf, municipalityId } from './people.ts'
import type { Stories } from './stories.ts'
import { addPeople, addTalk, bytes, id, mark, now, type AddRow } from './whole-case-rows.ts'

/**
 * Fills Elias's case and his people with a row in every table that can hold something of them. Written as the owner, past the
 * rules of each table: what matters is that it lies there.
 */
export async function fillElias({ owner }: Pick<Stories, 'owner'>): Promise<void> {
  const m = municipalityId('ekdala')
  const [peter, samira, eva] = [idOf('peter'), idOf('samira'), idOf('eva')]
  const version = storyId('document_version', 'elias/custody 1')
  const document = storyId('document', 'elias/custody')
  const add: AddRow = async (table, row) => {
    const names = Object.keys(row)
    await owner.query(
      `insert into ${table} (municipality_id, ${names.join(', ')}) values ('${m}', ${names.map((_each, at) => `$${at + 1}`).join(', ')})`,
      Object.values(row),
    )
  }
  await owner.query('begin; set local session_replication_role = replica')
  await add('note', {
    id: id('note'),
    case_id: eliasCase,
    kind: 'phoneCall',
    event_at: now,
    author_id: samira,
    source: mark,
  })
  await add('note_version', {
    ...{ id: id('version'), note_id: id('note'), number: 1, title: mark, paragraphs: '[]', origin: 'spoken' },
    ...{ written_by: samira, draft_text: mark },
  })
  await add('disclosure', {
    ...{
      id: id('disclosure'),
      note_id: id('note'),
      person_id: peter,
      level: 'title',
      title: mark,
      ground: 'OSL 26:1',
    },
    ...{ harm_assessment: mark, shown_from: now, decided_by: samira, decided_at: now },
  })
  await add('disclosure_decision', { disclosure_id: id('disclosure'), decided: JSON.stringify({ mark }) })
  await add('disclosure_basis', {
    note_version_id: id('version'),
    person_id: peter,
    shown: JSON.stringify({ mark }),
  })
  await add('recording', {
    ...{
      id: id('recording'),
      note_version_id: id('version'),
      author_id: samira,
      source: 'live',
      started_at: now,
    },
    key_encrypted: bytes,
  })
  await add('recording_chunk', {
    recording_id: id('recording'),
    number: 0,
    sha256: Buffer.alloc(32),
    sound: bytes,
  })
  await add('recording_file_part', { recording_id: id('recording'), number: 0, bytes })
  await add('recording_event', {
    recording_id: id('recording'),
    number: 1,
    kind: 'state',
    data: JSON.stringify({ mark }),
  })
  await add('transcript_segment', {
    ...{
      note_version_id: id('version'),
      number: 1,
      recording_id: id('recording'),
      kind: 'speech',
      start_ms: 0,
    },
    ...{ end_ms: 9, text: mark, engine: 'kb' },
  })
  await add('document_draft', {
    document_id: document,
    written_by: samira,
    saved_at: now,
    change_reason: mark,
  })
  await add('signature_request', {
    ...{
      id: id('request'),
      document_version_id: version,
      person_id: peter,
      act: 'noAppeal',
      state: 'signed',
    },
    ...{ asked_at: now, moved_at: now, declined_words: mark },
  })
  await add('signature_intent', {
    ...{
      id: id('intent'),
      request_id: id('request'),
      visible_text: mark,
      hidden_data: '{}',
      begun_at: now,
      sealed_request: bytes,
    },
  })
  await add('signature_answer', { intent_id: id('intent'), sealed: bytes })
  await add('signature_refusal', { intent_id: id('intent'), rule: mark, refused_at: now })
  await add('signature_evidence', {
    ...{
      request_id: id('request'),
      intent_id: id('intent'),
      signature_digest: bytes,
      sealed_verdict: bytes,
      signed_at: now,
    },
  })
  await add('sealed_package', { request_id: id('request'), bytes, sealed_at: now })
  await add('urgent_decision', {
    ...{
      request_id: id('request'),
      committee_id: storyId('committee', 'ekdala'),
      law: 'LVU 6 §',
      ground: 'LVU 2 §',
    },
    ...{ cannot_wait: mark, asked_by: samira },
  })
  await add('paper_signature', {
    ...{ request_id: id('request'), signed_by: eva, signed_at: now, attested_by: samira, attested_at: now },
  })
  await add('appeal', { request_id: id('request'), text: mark, written_at: now })
  await add('appeal_window', {
    request_id: id('request'),
    part: 1,
    received_on: '2026-09-15',
    last_day: '2026-10-06',
  })
  await add('deadline', {
    ...{
      id: id('deadline'),
      case_id: eliasCase,
      person_id: peter,
      kind: 'comment',
      due_on: '2026-10-06',
      source: mark,
      shown_from: now,
    },
  })
  await add('appeal_received', {
    ...{
      request_id: id('request'),
      sender: 'party',
      way: 'post',
      received_on: '2026-09-15',
      recorded_at: now,
    },
    ...{ recorded_by: samira, deadline_id: id('deadline') },
  })
  await addTalk(add)
  await addPeople(add)
  for (const [column, value] of [
    ['recording_id', id('recording')],
    ['attachment_id', id('attachment')],
    ['appointment_id', id('appointment')],
    ['remark_id', id('remark')],
    ['thread_id', id('thread')],
  ] as const) {
    await add('audit_event', {
      at: now,
      actor_kind: 'staff',
      actor_id: samira,
      action: 'readThread',
      [column]: value,
    })
  }
  await owner.query('commit')
  await owner.query(
    `insert into pgboss.job (name, data) values ('erase-recording', $1), ('seal-signature', $2)`,
    [
      { municipalityId: m, recordingId: id('recording'), because: 'overdue' },
      { municipalityId: m, requestId: id('request') },
    ],
  )
}

/** Ids by which something of the filled case could be found. */
export const idsOfElias = () => [
  eliasCase,
  ...[
    'note',
    'version',
    'recording',
    'request',
    'intent',
    'thread',
    'message',
    'meeting',
    'invitation',
    'merged',
  ].map((what) => storyId('whole_case', what)),
  ...(['peter', 'sara', 'elias'] as const).map(idOf),
]

/** Closes every case and lets placements go by the years, so that the fullest case of the stories can be erased. */
export async function letGo({ owner }: Pick<Stories, 'owner'>): Promise<void> {
  await owner.query(
    "delete from retention_sign where rule = 'placement'; update case_file set closed_on = '2026-09-15'",
  )
}
