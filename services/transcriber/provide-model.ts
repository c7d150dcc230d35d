import { access } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { downloadFile, fileUrl, lookUpRevision, type HubRevision } from './hub.ts'
import {
  hubModels,
  MODEL_FILES,
  packagedModels,
  type HubModelId,
  type PackagedModelId,
} from './model-catalogue.ts'
import { ModelError, verifyModel, type VerifiedModel } from './model-files.ts'
import { readLock, writeLock, type ModelLock } from './model-lock.ts'

export type ModelSource = {
  model: HubModelId
  models: string
  /** Null: `lock.json` in the model's folder. */
  lock: string | null
  /** Null: not allowed to ask the hub. */
  hub: string | null
  fallback: PackagedModelId | null
}

export type OnProgress = (done: number) => void

/** Refuses a file with a wrong checksum but leaves it, so somebody can look at it. @throws ModelError */
export async function provideModel(source: ModelSource, onProgress: OnProgress): Promise<VerifiedModel> {
  try {
    return await modelOfHub(source, onProgress)
  } catch (error) {
    const isOutOfReach = error instanceof ModelError && error.reason === 'model_missing'
    if (source.fallback && isOutOfReach) return modelOfPackage(source.fallback)
    throw error
  }
}

async function modelOfHub(source: ModelSource, onProgress: OnProgress): Promise<VerifiedModel> {
  const folder = join(source.models, source.model)
  const lockPath = source.lock ?? join(folder, 'lock.json')
  const lock = await readLock(lockPath)
  if (!lock && source.lock) throw new ModelError('model_missing', `no list of checksums at ${source.lock}`)

  const missing = lock ? await missingFiles(folder) : [...MODEL_FILES]
  const expected =
    missing.length === 0 && lock ? lock : await fetchModel(source, { folder, lock, missing, onProgress })
  const model = { id: source.model, folder, revision: expected.commit }
  const verified = await verifyModel(model, expected.files)
  if (!lock) await writeLock(lockPath, expected)
  return verified
}

type Fetch = {
  folder: string
  lock: ModelLock | undefined
  missing: (typeof MODEL_FILES)[number][]
  onProgress: OnProgress
}

async function fetchModel(
  source: ModelSource,
  { folder, lock, missing, onProgress }: Fetch,
): Promise<ModelLock> {
  if (!source.hub)
    throw new ModelError('model_missing', `${folder} is not complete and the hub may not be asked`)
  const { repository, branch } = hubModels[source.model]
  const stated = await lookUpRevision(source.hub, repository, lock?.commit ?? branch)
  const total = bytesOf(stated, missing)

  let done = 0
  const onBytes = (count: number) => onProgress((done += count) / total)
  const files: Partial<ModelLock['files']> = { ...lock?.files }
  for (const file of missing) {
    const url = fileUrl(source.hub, repository, { commit: stated.commit, file })
    const path = join(folder, file)
    const found = await downloadFile({ url, path, stated: stated.files[file], onBytes })
    // Keep the lock's checksum. The file is compared with it later.
    files[file] ??= found
  }
  return { repository, commit: stated.commit, files: files as ModelLock['files'] }
}

async function modelOfPackage(id: PackagedModelId): Promise<VerifiedModel> {
  const { folder, revision, checksums } = packagedModels[id]
  let manifest: string
  try {
    manifest = createRequire(import.meta.url).resolve(`${id}/package.json`)
  } catch (error) {
    throw new ModelError('model_missing', `the package ${id} is not installed`, { cause: error })
  }
  return verifyModel({ id, folder: join(dirname(manifest), folder), revision }, checksums)
}

async function missingFiles(folder: string) {
  const there = await Promise.all(
    MODEL_FILES.map((file) =>
      access(join(folder, file)).then(
        () => true,
        () => false,
      ),
    ),
  )
  return MODEL_FILES.filter((_, i) => !there[i])
}

function bytesOf(revision: HubRevision, files: Fetch['missing']): number {
  return files.reduce((sum, file) => sum + revision.files[file].bytes, 0)
}
