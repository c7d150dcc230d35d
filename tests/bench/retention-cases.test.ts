import { expect, test } from 'vitest'
import { connect } from '../../db/connect.ts'
import { scaleReaders, seedScale } from '../../db/seed/scale.ts'
import { testDatabase } from '../support/database.ts'
import { closeScale, eraseScale } from './retention-cases.ts'

test('many cases go in batches, and those of the sample for research are kept', async () => {
  const { ownerUrl, portalUrl } = await testDatabase()
  await seedScale(ownerUrl, 150)
  const database = connect(portalUrl, () => undefined)
  try {
    await closeScale(ownerUrl, { cases: 150, open: scaleReaders(150).caseId })
    const run = await eraseScale({ ownerUrl, database }, { cases: 150, atATime: 40 })
    expect(run).toMatchObject({ failed: 0 })
    expect(run.erased).toBeGreaterThan(100)
    expect(run.kept).toBeGreaterThan(0)
    expect(run.erased + run.kept).toBe(150)
  } finally {
    await database.close()
  }
})
