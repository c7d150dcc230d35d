import { createServer } from 'node:http'
import pg from 'pg'
import { listen } from '../listen.ts'

// The least that a page with a transaction of its own can do: it asks PostgreSQL for nothing, in one write, and says so.
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 20, pipeline: true })

const server = createServer((_incoming, outgoing) => {
  void askForNothing().then((rows) => outgoing.writeHead(200).end(String(rows)))
})
listen(server)

async function askForNothing(): Promise<number> {
  const client = await pool.connect()
  const { stream } = client.connection
  stream.cork()
  const sent = [
    client.query('begin'),
    client.query({ name: 'nothing', text: 'select 1' }),
    client.query('commit'),
  ]
  stream.uncork()
  const [, asked] = await Promise.all(sent)
  client.release()
  return asked!.rows.length
}
