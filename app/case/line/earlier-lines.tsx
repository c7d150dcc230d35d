import { useLanguage } from '../../i18n/language-context'
import { Section } from '../../ui/page/layout'
import { Voice } from '../../ui/voice'
import type { EarlierLine } from './write-line'

export function EarlierLines({ lines }: { lines: readonly EarlierLine[] }) {
  const { t, dates } = useLanguage()
  if (lines.length === 0) return null
  return (
    <Section heading={t('staff:line.earlier')}>
      {lines.map(({ text, writtenAt, fromName }) => (
        <Voice
          key={String(writtenAt)}
          kind="fact"
          label={`${t('message:wrote', { name: fromName })} · ${dates.when(writtenAt)}`}
        >
          <p dir="auto" lang="sv">
            {text}
          </p>
        </Voice>
      ))}
    </Section>
  )
}
