import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publicHalf, type DemoKeys } from '../../../services/demo/keys.ts'
import { demoPeople } from '../../../services/demo/people.ts'
import { startServer } from '../server-process.ts'

type Parts = { address: string; port: number; keys: DemoKeys }

/** The broker and its bank, which plays the app, for a portal at this address. */
export async function startTestBroker(folder: string, { address, port, keys }: Parts): Promise<void> {
  const client = {
    clientName: { sv: 'Mina sidor', en: 'My pages' },
    redirectUris: [`${address}/auth/callback`],
  }
  const config = join(folder, 'broker.json')
  const clients = {
    person: { ...client, clientId: 'mina-sidor', publicJwk: publicHalf(keys.person) },
    staff: { ...client, clientId: 'mina-sidor-staff', publicJwk: publicHalf(keys.staff) },
  }
  await writeFile(config, JSON.stringify({ ...demoPeople, clients }))
  await startServer({
    name: 'broker-of-signing',
    path: 'services/broker/main.ts',
    env: {
      NODE_ENV: 'development',
      BROKER_PORT: String(port),
      BROKER_CONFIG: config,
      BROKER_BANK: join(folder, 'bankid'),
    },
  })
}
