import { useLanguage } from '../i18n/language-context'
import { Table } from '../ui/table'
import { measures, type Quarter } from './documentation-times'
import { FigureText } from './figure-text'
import { useGroupName, useQuarterName } from './names'

export function QuarterTable({ quarter, captionIsHidden }: { quarter: Quarter; captionIsHidden?: boolean }) {
  const { t } = useLanguage()
  const quarterName = useQuarterName()
  const groupName = useGroupName()
  const columns = [
    { key: 'group', label: t('statistics:column.origin') },
    ...measures.map((measure) => ({
      key: measure,
      label: t(`statistics:column.${measure}`),
      isNumber: true,
    })),
  ]
  const rows = quarter.groups.map((group) => ({
    id: JSON.stringify([group.origin, group.engine]),
    cells: {
      group: <span className={group.engine ? 'is-part' : undefined}>{groupName(group)}</span>,
      ...Object.fromEntries(
        measures.map((measure) => [
          measure,
          <FigureText key={measure} measure={measure} figure={group.figures[measure]} />,
        ]),
      ),
    },
  }))
  return (
    <Table
      caption={quarterName(quarter.begins)}
      {...(captionIsHidden ? { captionIsHidden } : {})}
      columns={columns}
      rows={rows}
    />
  )
}
