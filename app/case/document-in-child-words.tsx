import type { ReactNode } from 'react'
import { InPageLanguage } from '../note/in-page-language'
import { useLanguage } from '../i18n/language-context'
import { Disclose } from '../ui/disclose'
import { ChildText } from '../ui/voice'
import type { DocumentVersion, FoundDocument } from './read-document'

type Props = { document: FoundDocument; version: DocumentVersion; sheet: ReactNode }

/** A child reads the child's own text first, the sheet behind it; everybody else the other way round. */
export function DocumentInChildWords({ document, version, sheet }: Props) {
  const { t } = useLanguage()
  if (!version.childText) return <>{sheet}</>
  const inChildWords = (
    <div lang="sv" dir="ltr">
      <ChildText
        label={
          <InPageLanguage>
            {document.isOwn ? t('document:childText.own') : t('document:childText.child', { name: document.childName })}
          </InPageLanguage>
        }
      >
        <p className="whitespace-pre-line">{version.childText}</p>
      </ChildText>
    </div>
  )
  if (document.audience === 'child') {
    return (
      <>
        {inChildWords}
        <Disclose summary={t('document:written')}>{sheet}</Disclose>
      </>
    )
  }
  return (
    <>
      {sheet}
      <Disclose summary={t('document:easier')}>{inChildWords}</Disclose>
    </>
  )
}
