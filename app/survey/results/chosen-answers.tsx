import { useLanguage } from '../../i18n/language-context'
import { Table } from '../../ui/table'
import { scaleOf, type Instrument } from '../instrument'
import type { FormResults } from './results-of-form'
import { ShareText } from './share-text'

/** Questions with several answers: how many have chosen each. */
export function ChosenAnswers({ form, results: { items } }: { form: Instrument; results: FormResults }) {
  const { t, language } = useLanguage()
  return items
    .filter(({ item }) => item.kind === 'choices')
    .map(({ item, parts }) => (
      <Table
        key={item.id}
        caption={item.text[language]}
        columns={[
          { key: 'option', label: t('results:table.option') },
          { key: 'share', label: t('results:table.chosen'), isNumber: true },
        ]}
        rows={parts.map(({ id, percent }) => ({
          id,
          cells: {
            option: scaleOf(form, item).options.find((option) => option.id === id)?.label[language],
            share: <ShareText share={percent === null ? null : { kind: 'exact', percent }} />,
          },
        }))}
      />
    ))
}
