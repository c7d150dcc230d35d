import { z } from 'zod'
import type { PersonTx } from '../../../db/connect'
import type { DataKeys } from '../../person/data-keys'
import { codeIn, topicsIn } from './channel-in'
import { askForCode, changeChannel, confirmChannel, removeChannel } from './channels'

/** What the page says was done. */
export const doneWords = ['added', 'confirmed', 'pushed', 'changed', 'removed'] as const
export type Done = (typeof doneWords)[number]

const changes = ['confirm', 'code', 'change', 'remove'] as const
type Change = (typeof changes)[number]

export const isChangeOfOwn = (what: string): what is Change => changes.some((each) => each === what)

export type OwnFault = 'wrong' | 'over' | 'tooMany' | 'noTopic'
export type Changed = { done: Done } | { channelId: string; fault: OwnFault }

const form = z.object({ channel: z.uuid(), wording: z.enum(['neutral', 'named']).catch('neutral') })

/** Null for a channel that is not the person's own. */
export async function changeOwn(
  tx: PersonTx,
  { what, form: posted }: { what: Change; form: FormData },
  keys: DataKeys,
): Promise<Changed | null> {
  const parsed = form.safeParse(Object.fromEntries(posted))
  if (!parsed.success) return null
  const { channel: channelId, wording } = parsed.data
  if (what === 'remove') return (await removeChannel(tx, channelId)) ? { done: 'removed' } : null
  if (what === 'change') {
    const topics = topicsIn(posted)
    if (topics.length === 0) return { channelId, fault: 'noTopic' }
    return (await changeChannel(tx, channelId, { wording, topics })) ? { done: 'changed' } : null
  }
  if (what === 'code') {
    const asked = await askForCode(tx, channelId, keys)
    return asked && (asked === 'asked' ? { done: 'added' } : { channelId, fault: asked })
  }
  const code = codeIn(posted)
  // What cannot be a code is no try.
  if (code === '') return { channelId, fault: 'wrong' }
  const became = await confirmChannel(tx, { channelId, code }, keys)
  return became && (became === 'confirmed' ? { done: 'confirmed' } : { channelId, fault: became })
}
