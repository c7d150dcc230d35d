import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStories, type Stories } from '../support/stories.ts'

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
})
afterAll(() => stories.close())

/** What only grows, and what proves something. */
const kept = [
  ...[
    'audit_event',
    'disclosure_decision',
    'note_version',
    'document_version',
    'document_file',
    'former_number',
  ],
  ...['signature_request', 'signature_intent', 'signature_answer', 'signature_refusal', 'signature_evidence'],
  ...[
    'paper_signature',
    'urgent_decision',
    'sealed_package',
    'appeal_window',
    'appeal',
    'appeal_received',
    'retention_proof',
  ],
]

// Alone, so that no other table's trigger speaks for it; then with all that hangs on it.
test.each(kept)('%s is not emptied, whoever asks', async (table) => {
  const { owner } = stories
  const others = kept.filter((other) => other !== table)
  await owner.query('begin')
  try {
    for (const other of others) await owner.query(`alter table ${other} disable trigger is_not_emptied`)
    await expect(owner.query(`truncate ${table} cascade`)).rejects.toThrow(`${table} is not emptied`)
  } finally {
    await owner.query('rollback')
  }
})

test.each(['municipality', 'person', 'case_file', 'document'])(
  'nor is it by emptying %s, on which it hangs',
  async (table) => {
    await expect(stories.owner.query(`truncate ${table} cascade`)).rejects.toThrow('is not emptied')
  },
)

test('what is thrown away after its time can be emptied', async () => {
  await stories.owner.query('truncate rate_count')
})
