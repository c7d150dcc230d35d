import { expect, test } from 'vitest'
import { connect } from '../../db/connect.ts'
import { seedScale } from '../../db/seed/scale.ts'
import { testDatabase } from '../support/database.ts'
import { eraseScale } from './retention-cases.ts'

test('many cases go in batches, and those of the sample for research are kept', async () => {
  const { ownerUrl, portalUrl } = await testDatabase()
  await seedScale(ownerUrl, 150)
  const database = connect(portalUrl, () => undefined)
  try {
    const run = await eraseScale(
      { ownerUrl, database },
      { cases: 150, atATime: 40, signal: new AbortController().signal },
    )
    expect(run).toMatchObject({ failed: 0 })
    expect(run.erased).toBeGreaterThan(100)
    expect(run.kept).toBeGreaterThan(0)
    expect(run.erased + run.kept).toBe(150)
  } finally {
    await database.close()
  }
})
