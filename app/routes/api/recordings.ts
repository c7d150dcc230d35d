import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { apiAt } from '../../addresses'
import { refuseMethod } from '../../access/ingest/answer'
import { bytesOf, keyOf, mediaTypeOf } from '../../access/ingest/body'
import { asClient } from '../../access/ingest/guard'
import { nameFaults } from '../../ingest/item-faults'
import { problem } from '../../ingest/problems'
import { errorsOf } from '../../ingest/read-item'
import { recordingSchema } from '../../ingest/recording-schema'
import { soundTypes } from '../../ingest/sound-parts'
import { storeRecording } from '../../ingest/store-recording'

export const loader = ({ context }: LoaderFunctionArgs) => refuseMethod(context.requestId, 'POST')

export function action({ request, context }: ActionFunctionArgs) {
  const { dataKeys, database } = context
  return asClient({ request, context }, async (client) => {
    if (!client.may('recording')) return problem('scopeMissing')
    const key = keyOf(request)
    if (key === null) return problem('keyMissing')
    const extension = soundTypes[mediaTypeOf(request)]
    if (extension === undefined) return problem('wrongMediaType')
    const named = recordingSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!named.success) return problem('invalid', errorsOf(named.error))
    const faults = await nameFaults(named.data, context.now())
    if (faults.length > 0) return problem('invalid', faults)
    const { municipalityId, clientId } = client
    const outcome = await storeRecording(
      { municipalityId, clientId, key, ...named.data },
      { bytes: bytesOf(request), extension },
      { inTransaction: (work) => database.asService(context.now(), work), dataKeys },
    )
    return 'problem' in outcome
      ? outcome
      : {
          status: outcome.status,
          body: outcome.state,
          location: apiAt.item('recordings', outcome.state.externalId),
        }
  })
}
