import { isLanguage } from '../i18n/languages'
import type { PreviewedReader } from './preview-frame'
import type { ReleaseReader } from './release-reader'

/** How a preview is drawn for this reader. */
export function previewedReader({ personId, givenName, language, textSize }: ReleaseReader): PreviewedReader {
  return { personId, givenName, language: isLanguage(language) ? language : 'sv', textSize }
}
