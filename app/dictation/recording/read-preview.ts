import type { StaffTx } from '../../../db/connect'
import type { DataKeys } from '../../person/data-keys'
import { openSoundKey } from '../sound-key'
import { openPreview, type Preview } from './preview'

/** Null when the recording is not going on, or not the signed-in author's. */
export async function readPreview(
  tx: StaffTx,
  recordingId: string,
  { sealed, dataKeys }: { sealed: string; dataKeys: DataKeys },
): Promise<Preview | null> {
  const recording = await tx
    .selectFrom('recording')
    .select('key_encrypted')
    .where('id', '=', recordingId)
    .where('state', '=', 'recording')
    .executeTakeFirst()
  const keyEncrypted = recording?.key_encrypted
  return keyEncrypted ? openPreview(openSoundKey(keyEncrypted, dataKeys), sealed) : null
}
