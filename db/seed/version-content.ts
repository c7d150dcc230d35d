import type { DocumentContent } from '../../app/document/content/content.ts'
import { municipalities, type MunicipalityKey } from './people.ts'
import type { StoryVersion } from './story.ts'

/** What a version says: its row and its PDF are both made from it. */
export const versionContent = ({ title, sections }: StoryVersion, of: MunicipalityKey): DocumentContent => ({
  title,
  language: 'sv',
  issuer: { name: municipalities[of].name, unit: 'Socialnämnden' },
  blocks: sections.flat(),
})
