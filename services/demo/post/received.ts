import type { NoticeChannel } from '../../../db/closed-lists.ts'

/** What reached one of the demo's receivers, as whoever it was sent to would see it. */
export type Received = {
  by: NoticeChannel
  at: Date
  /** The Message-ID, the id of a receipt, the topic of a push: the same when it is sent again. Of digital post the sending's own. */
  id: string
  from: string
  to: string
  subject: string
  text: string
  /** All that came, as it came over the line. */
  raw: string
}

export type ReceivedList = { all: () => readonly Received[]; add: (one: Received) => void }

const most = 500

/** The newest last. Kept in memory alone. */
export function receivedList(): ReceivedList {
  const all: Received[] = []
  return {
    all: () => all,
    add: (one) => {
      all.push(one)
      if (all.length > most) all.shift()
    },
  }
}
