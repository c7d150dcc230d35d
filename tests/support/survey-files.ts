import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readInstruments } from '../../app/survey/read-instruments.ts'

const words = (text: string) => ({ sv: text, 'sv-latt': text, en: text, ar: text, fi: text, so: text })
export const option = (id: string, positive: boolean | null) => ({ id, label: words(id), positive })
export const item = (id: string) => ({
  id,
  kind: 'choice',
  text: words(id),
  scale: 'agree',
  bbicAreas: ['education'],
})

export const whole = {
  id: 'ekdala-school',
  version: 1,
  validFrom: '2026-01-01',
  official: false,
  source: 'Ekdala kommun',
  respondentGroup: 'youth',
  about: ['authority'],
  title: words('Skolan'),
  scales: { agree: { look: 'words', options: [option('yes', true), option('no', false)] } },
  items: [item('q1'), item('q2'), { id: 'more', kind: 'text', text: words('Mer?') }],
}

/** A folder of the municipality's with these files; text as it is, the rest as JSON. */
function folderWith(files: Record<string, unknown>): string {
  const folder = mkdtempSync(join(tmpdir(), 'surveys-'))
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  return folder
}

/** What is read of a municipality's folder with these files. */
export const readFiles = (files: Record<string, unknown>) => {
  const folder = folderWith(files)
  const { instruments, faults } = readInstruments(folder)
  return {
    local: instruments.filter(({ isLocal }) => isLocal),
    faults: faults.map(({ file, ...rest }) => ({ file: file.replace(`${folder}/`, ''), ...rest })),
  }
}
