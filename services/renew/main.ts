import { parseArgs } from 'node:util'
import { z } from 'zod'
import { settingReader } from '../../app/server/setting-reader.ts'
import { trustSettings } from '../../app/server/trust-setting.ts'
import { trustOf } from '../../app/signing/verifier/trust.ts'
import { connect } from '../../db/connect.ts'
import { renewSeals } from './renew-seals.ts'

// `npm run renew-seals` renews the sealed files that can be judged for 90 days at most; `-- --within 400` chooses
// another number. It ends with 0 when all that had to be renewed was, 1 when not, 2 when it cannot begin.
const { values } = parseArgs({
  options: { within: { type: 'string' }, 'allow-test-roots': { type: 'boolean' } },
})
const days = Number(values.within ?? 90)
const { take, faults } = settingReader(process.env)
const databaseUrl = take('DATABASE_URL', (text) => z.url().parse(text))
const url = take('TSA_URL', (text) => z.url({ protocol: /^https?$/ }).parse(text))
const given = trustSettings(take, faults, !values['allow-test-roots'])
if (!Number.isInteger(days) || days < 1) faults.push({ name: '--within', fault: 'must be a number of days' })
if (!databaseUrl || !url || !given || faults.length > 0) {
  console.error(faults.map(({ name, fault }) => `${name}: ${fault}`).join('\n'))
  process.exit(2)
}

const database = connect(databaseUrl, () => undefined)
const trust = trustOf(given, false)
const service = { url, roots: trust.timeStamp, policy: null }
try {
  const counts = await renewSeals({ database, trust, service, now: () => new Date() }, days, console.log)
  const { renewed, lasts, refused, changed, failed } = counts
  console.log(
    `${renewed} renewed, ${lasts} last longer, ${refused} refused, ${changed} changed meanwhile, ${failed} failed`,
  )
  process.exitCode = refused + changed + failed > 0 ? 1 : 0
} catch {
  console.error('the database does not answer')
  process.exitCode = 2
} finally {
  await database.close()
}
