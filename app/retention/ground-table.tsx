import { useLanguage } from '../i18n/language-context'
import { Swedish } from '../ui/swedish'
import { Table } from '../ui/table'
import type { GroundCount } from './retention'

/** By which rule cases are kept, and how many may go. */
export function GroundTable({ grounds }: { grounds: readonly GroundCount[] }) {
  const { t } = useLanguage()
  const numbers = ['cases', 'due', 'late', 'nextYear'] as const
  return (
    <Table
      caption={t('retention:grounds.heading')}
      captionIsHidden
      columns={[
        { key: 'ground', label: t('retention:column.ground') },
        ...numbers.map((key) => ({ key, label: t(`retention:column.${key}`), isNumber: true })),
      ]}
      rows={grounds.map((each) => ({
        id: each.rule ?? each.ground,
        cells: {
          ground: (
            <>
              {t(each.rule ? `retention:rule.${each.rule}` : `retention:ground.${each.ground}`)}
              {each.source ? (
                <div className="muted">
                  <Swedish>{each.source}</Swedish>
                </div>
              ) : null}
            </>
          ),
          ...Object.fromEntries(numbers.map((key) => [key, each[key]])),
        },
      }))}
    />
  )
}
