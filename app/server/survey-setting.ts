import type { Instrument } from '../survey/instrument.ts'
import { readInstruments } from '../survey/read-instruments.ts'
import type { SettingsFault } from './setting-reader.ts'

/** The survey's forms, and whether those whose wording nobody has checked may be asked. */
export type SurveySettings = { instruments: Instrument[]; allowUnverified: boolean }

/** Reads every form. A file with a fault stops the start: whoever is invited must be able to answer. */
export function surveySettings(
  env: NodeJS.ProcessEnv,
  faults: SettingsFault[],
  production: boolean,
): SurveySettings {
  const allowUnverified = env['SURVEY_ALLOW_UNVERIFIED'] === 'yes'
  if (allowUnverified && production)
    faults.push({ name: 'SURVEY_ALLOW_UNVERIFIED', fault: 'is for tests and the demo only' })
  const { SURVEY_FOLDER: folder = '' } = env
  const read = readIn(folder === '' ? null : folder)
  if (!read) {
    faults.push({ name: 'SURVEY_FOLDER', fault: 'is no folder that can be read' })
    return { instruments: [], allowUnverified }
  }
  for (const { file, place, fault, language } of read.faults)
    faults.push({
      name: `${file}${place && ` ${place}`}`,
      fault: language ? `${fault} in ${language}` : fault,
    })
  return { instruments: read.instruments, allowUnverified }
}

function readIn(localFolder: string | null): ReturnType<typeof readInstruments> | null {
  try {
    return readInstruments(localFolder)
  } catch {
    return null
  }
}
