import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { newSessionToken } from '../../app/access/cookies.ts'
import { startLocalPostgres, type LocalPostgres } from '../../db/local/embedded.ts'
import { freePort } from '../../db/local/free-port.ts'
import { endLeftOverPostgres } from '../../db/local/left-over.ts'
import { migrate } from '../../db/migrate.ts'
import { scaleReaders, seedScale } from '../../db/seed/scale.ts'
import { endLater } from './ending.ts'
import { root, workFolder } from './plan.ts'

/** A database with so many cases, and the youth of one of them signed in. */
export type CaseDatabase = { name: string; portalUrl: string; casePath: string; cookie: string }

/** Starts the bench's own PostgreSQL, with its data on disk as in production. */
export async function startBenchPostgres(folder = workFolder): Promise<LocalPostgres> {
  await mkdir(folder, { recursive: true })
  await endLeftOverPostgres(folder)
  const postgres = await startLocalPostgres({ folder, port: await freePort(), durable: true })
  endLater(postgres.stop)
  return postgres
}

/** Seeds a database with so many cases unless an earlier run did so from the same schema and the same seed. */
export async function caseDatabase(postgres: LocalPostgres, cases: number): Promise<CaseDatabase> {
  const name = `cases_${cases}_${await fingerprint()}`
  if (!(await isSeeded(postgres, name))) await seed(postgres, name, cases)
  // The policy may be another one than when it was seeded.
  await migrate(postgres.ownerUrl(name))
  const { municipalityId, youthId, caseId } = scaleReaders(cases)
  const { cookie, hash } = newSessionToken(municipalityId)
  await asOwner(postgres.ownerUrl(name), (owner) =>
    owner.query(
      `insert into session (municipality_id, token_hash, kind, subject_id, device) values ($1, $2, 'person', $3, 'phone')`,
      [municipalityId, hash, youthId],
    ),
  )
  // Over https the cookie's name carries __Host- (app/access/cookies.ts).
  return {
    name,
    portalUrl: postgres.portalUrl(name),
    casePath: `/arenden/${caseId}`,
    cookie: `__Host-sid=${cookie}`,
  }
}

async function seed(postgres: LocalPostgres, name: string, cases: number): Promise<void> {
  console.log(`  seeding ${cases.toLocaleString('en')} cases, once`)
  // Under another name until it is whole, so that an interrupted seeding is never taken for a finished one.
  const unfinished = `unfinished_${randomBytes(4).toString('hex')}`
  await dropOthers(postgres, `cases_${cases}_`)
  await postgres.createDatabase(unfinished)
  await migrate(postgres.ownerUrl(unfinished))
  await seedScale(postgres.ownerUrl(unfinished), cases)
  await asOwner(postgres.ownerUrl(unfinished), (owner) => owner.query('vacuum analyze'))
  await asOwner(postgres.ownerUrl('postgres'), async (owner) => {
    await owner.query(`alter database ${unfinished} rename to ${name}`)
    await owner.query('checkpoint')
  })
}

async function dropOthers(postgres: LocalPostgres, prefix: string): Promise<void> {
  await asOwner(postgres.ownerUrl('postgres'), async (owner) => {
    const { rows } = await owner.query<{ datname: string }>(
      `select datname from pg_database where starts_with(datname, $1) or starts_with(datname, 'unfinished_')`,
      [prefix],
    )
    for (const { datname } of rows) await owner.query(`drop database ${datname}`)
  })
}

async function isSeeded(postgres: LocalPostgres, name: string): Promise<boolean> {
  return asOwner(postgres.ownerUrl('postgres'), async (owner) => {
    const { rowCount } = await owner.query('select from pg_database where datname = $1', [name])
    return rowCount === 1
  })
}

async function fingerprint(): Promise<string> {
  const migrations = await readdir(join(root, 'db/migrations'))
  const files = [...migrations.sort().map((name) => `db/migrations/${name}`), 'db/seed/scale.sql']
  const hash = createHash('sha256')
  for (const file of files) hash.update(await readFile(join(root, file)))
  return hash.digest('hex').slice(0, 12)
}

/** Does something as the owner of the tables, on a connection of its own. */
export async function asOwner<T>(url: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}
