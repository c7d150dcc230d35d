import type { ReactNode } from 'react'
import { InLanguage } from '../i18n/language-context'
import { directionOf, htmlLang } from '../i18n/languages'
import type { PreviewedReader } from './preview-frame'

/** A page in its reader's language and size of text. */
export function AsReader({
  reader: { language, textSize },
  children,
}: {
  reader: PreviewedReader
  children: ReactNode
}) {
  return (
    <div
      className="as-reader"
      lang={htmlLang[language]}
      dir={directionOf(language)}
      data-text={textSize === 'normal' ? undefined : textSize}
    >
      <InLanguage language={language}>{children}</InLanguage>
    </div>
  )
}
