import { access, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startLocalPostgres, type LocalPostgres } from '../../db/local/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { seedStories } from '../../db/seed/stories.ts'
import { parseDataKeys } from '../../app/person/data-keys.ts'
import { dictate } from './dictation.ts'

const name = 'mina_sidor'
const storyStart = new Date('2026-09-15T07:00:00Z')

export type DemoDatabase = { postgres: LocalPostgres; portalUrl: string; ownerUrl: string; clock: Date }

type Options = {
  folder: string
  port: number
  dataKeys: string
  dictation: 'waiting' | 'none'
}

/** Seeds only the first time. The demo's clock continues from when it was seeded. */
export async function startDemoDatabase({
  folder,
  port,
  dataKeys,
  dictation,
}: Options): Promise<DemoDatabase> {
  await mkdir(folder, { recursive: true })
  const postgres = await startLocalPostgres({ folder, port, durable: true })
  const seededFile = join(folder, 'seeded-at')
  const isSeeded = await access(seededFile).then(
    () => true,
    () => false,
  )
  if (!isSeeded) await postgres.recreateDatabase(name)
  await migrate(postgres.ownerUrl(name))
  if (!isSeeded) {
    const [ownerUrl, portalUrl] = [postgres.ownerUrl(name), postgres.portalUrl(name)]
    await seedStories(ownerUrl, parseDataKeys(dataKeys))
    if (dictation === 'waiting') await dictate({ ownerUrl, portalUrl, dataKeys, now: storyStart })
    await writeFile(seededFile, new Date().toISOString())
  }
  const seededAt = new Date(await readFile(seededFile, 'utf8'))
  return {
    postgres,
    portalUrl: postgres.portalUrl(name),
    ownerUrl: postgres.ownerUrl(name),
    clock: new Date(storyStart.getTime() + Date.now() - seededAt.getTime()),
  }
}
