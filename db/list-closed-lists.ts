import pg from 'pg'

// Tables with one row per value: column name, names in code of the list and of one value, and sort order.
const lists = [
  ['appeal_sender', 'sender', 'appealSenders', 'AppealSender', 'position'],
  ['appeal_way', 'way', 'appealWays', 'AppealWay', 'position'],
  ['appointment_kind', 'kind', 'appointmentKinds', 'AppointmentKind', 'position'],
  ['audit_action', 'action', 'auditActions', 'AuditAction', 'action'],
  ['bbic_area', 'area', 'bbicAreas', 'BbicArea', 'position'],
  ['deadline_kind', 'kind', 'deadlineKinds', 'DeadlineKind', 'kind'],
  ['disclosure_ground', 'ground', 'disclosureGrounds', 'DisclosureGround', 'position'],
  ['document_template', 'template', 'documentTemplates', 'DocumentTemplate', 'position'],
  ['document_type', 'type', 'documentTypes', 'DocumentType', 'position'],
  ['follow_up_outcome', 'outcome', 'followUpOutcomes', 'FollowUpOutcome', 'position'],
  ['goal_progress', 'progress', 'goalProgresses', 'GoalProgress', 'position'],
  ['indicator', 'indicator', 'indicators', 'IndicatorKey', 'position'],
  ['note_kind', 'kind', 'noteKinds', 'NoteKind', 'position'],
  ['notice_channel_kind', 'channel', 'noticeChannels', 'NoticeChannel', 'position'],
  ['notice_kind', 'kind', 'noticeKinds', 'NoticeKind', 'kind'],
  ['notice_topic', 'topic', 'noticeTopics', 'NoticeTopic', 'position'],
  ['service_method', 'method', 'serviceMethods', 'ServiceMethod', 'position'],
  ['signature_act', 'act', 'signatureActs', 'SignatureAct', 'position'],
  ['signature_state', 'state', 'signatureStates', 'SignatureState', 'state'],
] as const

export async function listClosedLists(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const parts: string[] = []
    for (const [table, column, list, value, order] of lists) {
      const { rows } = await client.query<{ value: string }>(
        `select ${column} as value from ${table} order by ${order}`,
      )
      const lines = rows.map((row) => `  '${row.value}',\n`).join('')
      parts.push(
        `export const ${list} = [\n${lines}] as const\nexport type ${value} = (typeof ${list})[number]\n`,
      )
    }
    return `// Written by \`npm run schema\`. A new value is a row in the table of its list, by a migration.\n\n${parts.join('\n')}`
  } finally {
    await client.end()
  }
}
