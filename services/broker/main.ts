import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { startFailure } from '../../app/server/refuse-to-start.ts'
import { runUntilTold, type Running } from '../../app/server/run-until-told.ts'
import { keptAuthority } from './bankid/authority.ts'
import { createTestBankId } from './bankid/bankid.ts'
import { startBroker } from './broker.ts'
import { registrationSchema } from './registration.ts'

const settingsSchema = z.object({
  BROKER_PORT: z.coerce.number().int().min(1).max(65_535),
  BROKER_CONFIG: z.string().min(1),
  BROKER_BANK: z.string().min(1).optional(),
})

async function start(): Promise<Running> {
  if (process.env['NODE_ENV'] === 'production')
    throw new Error('it lets anybody be anybody: never in production')

  const settings = settingsSchema.parse(process.env)
  const registration = registrationSchema.parse(JSON.parse(readFileSync(settings.BROKER_CONFIG, 'utf8')))
  const bank = settings.BROKER_BANK
  const bankId = bank ? await createTestBankId(await keptAuthority('BankID', bank)) : undefined
  const broker = await startBroker({ port: settings.BROKER_PORT, ...registration, ...(bankId && { bankId }) })
  process.send?.('listening')
  console.log(`test broker for people ${broker.issuer} and staff ${broker.staffIssuer}`)

  return { end: () => broker.close() }
}

runUntilTold(start, 5_000).catch(startFailure('The test broker'))
