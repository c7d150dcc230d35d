import { useLanguage } from '../../i18n/language-context'
import { Voice } from '../../ui/voice'
import type { CaseShown } from '../case-shown'

type LatestLineProps = Pick<CaseShown, 'lines' | 'changedAt'>

/** "Mira skrev 16 september": a few words to this reader alone, while nothing newer has come. */
export function LatestLine({ lines, changedAt }: LatestLineProps) {
  const { t, dates } = useLanguage()
  const [line] = lines
  if (!line || (changedAt && Date.parse(line.writtenAt) < new Date(changedAt).getTime())) return null
  return (
    <Voice kind="fact" label={`${t('message:wrote', { name: line.from })} · ${dates.day(line.writtenAt)}`}>
      <p dir="auto" lang="sv">
        {line.text}
      </p>
    </Voice>
  )
}
