import { useLanguage } from '../../i18n/language-context'
import { Notice } from '../../ui/notice'
import type { PdfRule } from './pdf-refusal'

export type RefusedPdf = { rule: PdfRule; characters: readonly string[] }

/** Why no PDF can be made of what stands there, for its writer. */
export function PdfRefused({ refused: { rule, characters } }: { refused: RefusedPdf }) {
  const { t } = useLanguage()
  return (
    <Notice tone="warn">{t(`document:pdf.refused.${rule}`, { characters: characters.join(' ') })}</Notice>
  )
}
