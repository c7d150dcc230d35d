import { useLanguage } from '../i18n/language-context'
import { Disclose } from '../ui/disclose'
import { Section } from '../ui/page/layout'
import { Swedish } from '../ui/swedish'
import { NoteParagraphs } from '../reading/voiced-paragraphs'
import type { NoteVersion } from './read-note'
import { SwedishText } from '../reading/text-at-level'

type Earlier = Pick<NoteVersion, 'number' | 'paragraphs' | 'changeReason' | 'signedAt'>
type EarlierVersionsProps = { versions: readonly Earlier[]; author: string }

/** Earlier versions are never deleted. */
export function EarlierVersions({ versions, author }: EarlierVersionsProps) {
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
            <SwedishText>
              <NoteParagraphs paragraphs={version.paragraphs} author={author} />
            </SwedishText>
          </Disclose>
        ))}
      </div>
    </Section>
  )
}

type Changed = Pick<NoteVersion, 'changeReason' | 'signedAt'>

/** "Ändrad i går 08.50: …"; nothing for the first version. */
export function ChangeReason({ version: { changeReason, signedAt } }: { version: Changed }) {
  const { t, dates } = useLanguage()
  if (!changeReason) return null
  return (
    <p className="muted">
      {t('note:versions.changed', { when: dates.when(signedAt) })} <Swedish>{changeReason}</Swedish>
    </p>
  )
}
