import { useLanguage } from '../i18n/language-context'
import { Facts } from '../ui/facts'

type OnPaperProps = {
  caseNumber: string
  /** Given name of whoever reads. */
  reader: string
  /** The legal day, or the moment, of what is printed. */
  dated: string | Date
}

/** What a paper must say by itself, and the screen around a text says otherwise: shown in print alone. */
export function OnPaper({ caseNumber, reader, dated }: OnPaperProps) {
  const { t, dates } = useLanguage()
  return (
    <div className="on-paper">
      <Facts
        items={[
          { term: t('document:paper.case'), value: <bdi dir="ltr">{caseNumber}</bdi> },
          { term: t('document:paper.to'), value: <bdi>{reader}</bdi> },
          {
            term: t('document:paper.dated'),
            value: <bdi dir="ltr">{dates.machine(dated).slice(0, 10)}</bdi>,
          },
        ]}
      />
    </div>
  )
}
