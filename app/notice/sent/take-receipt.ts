import { sql } from 'kysely'
import type { ServiceTx } from '../../../db/connect'
import type { DeliveryId } from './receipt-token'

/** Gateways say more than these two on the way; only how it ended counts. The database takes the first word of each message. */
export async function takeReceipt(
  tx: ServiceTx,
  { municipalityId, deliveryId }: DeliveryId,
  status: string,
): Promise<void> {
  if (status !== 'delivered' && status !== 'failed') return
  await sql`select service_delivery_receipt(${municipalityId}::uuid, ${deliveryId}::uuid, ${status === 'delivered'})`.execute(
    tx,
  )
}
