import { readdirSync, readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import {
  fault,
  faultsOfForm,
  faultsOfMeaning,
  type Fault,
  type InstrumentFault,
} from './instrument-faults.ts'
import { instrumentFile, type InstrumentFile } from './instrument-file.ts'
import type { Instrument } from './instrument.ts'
import { resolveInstruments, type NamedFile } from './resolve-instruments.ts'

const ourFolder = join(dirname(findPackageJSON('.', import.meta.url)!), 'surveys')

/**
 * The forms of questions: ours in surveys/, then the municipality's own.
 * @param localFolder SURVEY_FOLDER; null where the municipality has none
 * @returns every form without a fault, and every fault of the others
 * @throws Error when a folder cannot be read
 */
export function readInstruments(localFolder: string | null): {
  instruments: Instrument[]
  faults: InstrumentFault[]
} {
  const faults: InstrumentFault[] = []
  const note = (file: string, found: readonly Fault[]) =>
    void faults.push(...found.map((each) => ({ file, ...each })))
  const files: NamedFile[] = []
  const ours = filesIn(ourFolder, 'surveys', false)
  const local = localFolder ? filesIn(localFolder, localFolder, true) : []
  for (const { path, file, isLocal } of [...ours, ...local]) {
    const read = contentOf(path)
    if ('faults' in read) note(file, read.faults)
    else files.push({ file, isLocal, content: read.content })
  }
  return { instruments: resolveInstruments(files, note), faults }
}

function filesIn(folder: string, shownAs: string, isLocal: boolean) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => ({ path: join(folder, name), file: join(shownAs, name), isLocal }))
}

function contentOf(path: string): { content: InstrumentFile } | { faults: Fault[] } {
  const json = jsonIn(path)
  if ('fault' in json) return { faults: [json.fault] }
  const parsed = instrumentFile.safeParse(json.value)
  if (!parsed.success) return { faults: faultsOfForm(parsed.error, json.value) }
  const faults = faultsOfMeaning(parsed.data)
  return faults.length > 0 ? { faults } : { content: parsed.data }
}

function jsonIn(path: string): { value: unknown } | { fault: Fault } {
  try {
    // Some editors begin a file with a mark of its byte order.
    return { value: JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')) as unknown }
  } catch (error) {
    return { fault: fault('', `is not JSON: ${error instanceof Error ? error.message : String(error)}`) }
  }
}
