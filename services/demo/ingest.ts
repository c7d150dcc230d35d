import { apiAt } from '../../app/addresses.ts'
import { ingestClients } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { publicHalf, type DemoKeys } from './keys.ts'

export function demoIngest(origin: string, keys: DemoKeys) {
  return {
    audience: `${origin}${apiAt.root}`,
    clients: ingestClients.map(({ municipality, clientId }) => ({
      clientId,
      municipalityId: storyId('municipality', municipality),
      scopes: ['notes:write', 'stages:write', 'parties:write', 'documents:write', 'recordings:write'],
      publicJwk: publicHalf(keys.ingest),
    })),
  }
}
