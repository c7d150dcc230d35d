import { useLanguage } from '../i18n/language-context'
import { ChangeReason } from '../note/earlier-versions'
import { Disclose } from '../ui/disclose'
import { Section } from '../ui/page/layout'
import { DocumentBody } from './content/document-body'
import type { DocumentVersion } from './read-document'

type Earlier = Pick<DocumentVersion, 'number' | 'content' | 'changeReason' | 'signedAt'>

/** Earlier versions; nothing is ever removed. */
export function EarlierDocuments({ versions }: { versions: readonly Earlier[] }) {
  const { t, dates } = useLanguage()
  if (versions.length === 0) return null
  return (
    <Section heading={t('note:versions.heading')}>
      <div className="grid gap-(--gap)">
        {versions.map((version) => (
          <Disclose
            key={version.number}
            summary={t('note:versions.one', { number: version.number, when: dates.when(version.signedAt) })}
          >
            <ChangeReason version={version} />
            <DocumentBody content={version.content} />
          </Disclose>
        ))}
      </div>
    </Section>
  )
}
