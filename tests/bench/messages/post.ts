import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { freePort } from '../../../db/local/free-port.ts'
import { serverCertificate } from '../../../services/demo/post/certificate.ts'
import { workFolder } from '../plan.ts'
import { startServer, type ServerProcess } from '../server-process.ts'

/** A mail server and the worker that sends to it; `accepted` is the file of what the server has said yes to. */
export type Post = {
  accepted: string
  startMailServer: () => Promise<ServerProcess>
  startWorker: () => Promise<ServerProcess>
}

/** Milliseconds until what has not been sent is given up. */
const patience = 900_000

export async function openPost({
  portalUrl,
  dataKeys,
}: {
  portalUrl: string
  dataKeys: string
}): Promise<Post> {
  const folder = join(workFolder, 'post')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const { rootFile } = await serverCertificate(folder)
  const port = await freePort()
  const accepted = join(folder, 'accepted')
  return {
    accepted,
    startMailServer: () =>
      startServer({
        name: 'mail-of-messages',
        path: 'tests/bench/messages/mail-process.ts',
        env: { MAIL_PORT: String(port), MAIL_FOLDER: folder, MAIL_FILE: accepted },
      }),
    startWorker: () =>
      startServer({
        name: 'worker-of-messages',
        path: 'services/worker/main.ts',
        env: {
          NODE_ENV: 'development',
          NODE_EXTRA_CA_CERTS: rootFile,
          DATABASE_URL: portalUrl,
          DATA_KEYS: dataKeys,
          WORKER_JOBS: 'notices',
          NOTICE_CHANNELS: 'email',
          SMTP_URL: `smtp://localhost:${port}`,
          MAIL_FROM: 'Meddelande <besked@post.test>',
        },
      }),
  }
}

/** Until no notice waits to be sent; the database may be away meanwhile. */
export async function untilSent(owner: pg.Pool): Promise<void> {
  for (const begun = performance.now(); performance.now() - begun < patience;) {
    const waiting = await owner
      .query<{ count: number }>(
        `select (select count(*) from notice where planned_at is null and due_at < 'infinity')::int
              + (select count(*) from notice_delivery where state in ('waiting', 'sending'))::int as count`,
      )
      .then(({ rows }) => rows[0]!.count)
      .catch(() => 1)
    if (waiting === 0) return
    await wait(250)
  }
  throw new Error('notices are left unsent')
}
