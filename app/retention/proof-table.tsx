import { useLanguage } from '../i18n/language-context'
import { Table } from '../ui/table'
import type { Proof } from './retention'

/** What has gone, newest first: never whose it was. */
export function ProofTable({ proofs }: { proofs: readonly Proof[] }) {
  const { t, dates } = useLanguage()
  return (
    <Table
      caption={t('retention:proofs.heading')}
      captionIsHidden
      columns={[
        { key: 'erasedOn', label: t('retention:column.erasedOn') },
        { key: 'rule', label: t('retention:column.ground') },
        { key: 'rows', label: t('retention:column.rows'), isNumber: true },
        { key: 'inBackupsUntil', label: t('retention:column.inBackupsUntil') },
      ]}
      rows={proofs.map(({ id, erasedOn, rule, rows, inBackupsUntil }) => ({
        id,
        cells: {
          erasedOn: dates.short(erasedOn),
          rule: t(`retention:rule.${rule}`),
          rows,
          inBackupsUntil: inBackupsUntil ? dates.short(inBackupsUntil) : t('retention:notSaid'),
        },
      }))}
    />
  )
}
