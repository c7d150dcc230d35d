import pg from 'pg'

export type Listening = { close: () => Promise<void> }

type Payload = (payload: string | null) => void

const WAIT_MS = { first: 100, longest: 3_000 }
const HEARTBEAT_MS = 10_000

/**
 * Listens to a channel of PostgreSQL's NOTIFY on its own connection, and reconnects when it breaks.
 * @param onPayload called with each payload, and with null after every (re)connection: check everything, since
 * notifications sent meanwhile are lost
 * @param onLost called each time the connection breaks or cannot be made
 */
export function listen(
  url: string,
  channel: string,
  { onPayload, onLost }: { onPayload: Payload; onLost: (error: Error) => void },
): Listening {
  const state: { isClosed: boolean; client?: pg.Client; timer?: NodeJS.Timeout } = { isClosed: false }

  const open = async (waitMs: number): Promise<void> => {
    const made = new pg.Client({ connectionString: url, keepAlive: true, query_timeout: HEARTBEAT_MS })
    state.client = made
    const lose = (error: Error) => {
      if (state.client !== made || state.isClosed) return
      delete state.client
      clearTimeout(state.timer)
      onLost(error)
      made.end().catch(() => undefined)
      state.timer = setTimeout(() => void open(Math.min(waitMs * 2, WAIT_MS.longest)), waitMs)
    }
    const beat = () => {
      state.timer = setTimeout(() => void made.query('select 1').then(beat, lose), HEARTBEAT_MS)
    }
    made.on('error', lose)
    made.on('end', () => lose(new Error('the listening connection ended')))
    made.on('notification', ({ payload }) => onPayload(payload ?? ''))
    try {
      await made.connect()
      await made.query(`listen ${pg.escapeIdentifier(channel)}`)
    } catch (error) {
      return lose(error instanceof Error ? error : new Error(String(error)))
    }
    if (state.client !== made || state.isClosed) return
    waitMs = WAIT_MS.first
    onPayload(null)
    beat()
  }
  void open(WAIT_MS.first)
  return {
    close: async () => {
      state.isClosed = true
      clearTimeout(state.timer)
      await state.client?.end().catch(() => undefined)
    },
  }
}
