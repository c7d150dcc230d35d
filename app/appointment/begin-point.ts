import type { PersonTx } from '../../db/connect'
import { beginForm, listBegun } from '../draft/form-draft'
import type { OwnAppointment } from './own-appointments'
import { pointDraft, type BegunPoint } from './point-draft'

/**
 * The form of a point as it begins: with what was begun and not saved, of the one that is asked for or the newest.
 * @param edited the point that is to be written anew, as the address says; null for none
 */
export async function beginPoint(
  tx: PersonTx,
  appointment: OwnAppointment,
  edited: string | null,
): Promise<BegunPoint> {
  const of = pointDraft(appointment)
  const point = appointment.points.find(({ id }) => id === edited)
  if (!point) return beginForm(tx, of)
  const begun = (await listBegun(tx, of)).find(({ id }) => id === point.id)
  return begun ?? { id: point.id, text: point.text, savedAt: null }
}
