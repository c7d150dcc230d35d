import { useLanguage } from '../../i18n/language-context'
import { Table } from '../../ui/table'
import type { FormResults, MeanResult } from './results-of-form'
import { seasonName } from './season-name'
import { ShareText } from './share-text'

/** Every figure of the page in numbers. */
export function QuestionTable({ results: { items, rounds, round } }: { results: FormResults }) {
  const { t, language } = useLanguage()
  const earlier = rounds.flatMap((each, place) => (each.id === round.id ? [] : [{ each, place }]))
  const number = { isNumber: true } as const
  return (
    <Table
      caption={t('results:table.questions')}
      columns={[
        { key: 'question', label: t('results:table.question') },
        { key: 'answers', label: t('results:table.answers'), ...number },
        { key: 'share', label: seasonName(t, round), ...number },
        ...earlier.map(({ each }) => ({ key: each.id, label: seasonName(t, each), ...number })),
        { key: 'whole', label: t('results:table.whole'), ...number },
      ]}
      rows={items
        .filter(({ item }) => item.kind === 'choice')
        .map(({ item, answers, share, byRound, whole }) => ({
          id: item.id,
          cells: {
            question: item.text[language],
            answers: answers ?? <ShareText share={null} />,
            share: <ShareText share={share} />,
            ...Object.fromEntries(
              earlier.map(({ each, place }) => [
                each.id,
                <ShareText key={each.id} share={byRound[place] ?? null} />,
              ]),
            ),
            whole: <ShareText share={whole} />,
          },
        }))}
    />
  )
}

type MeanTableProps = {
  caption: string
  results: FormResults
  means: readonly MeanResult[]
  nameOf: (key: string) => string
}

/** By area or side, and all questions together. */
export function MeanTable({ caption, results: { rounds }, means, nameOf }: MeanTableProps) {
  const { t } = useLanguage()
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'name', label: caption },
        ...rounds.map((round) => ({ key: round.id, label: seasonName(t, round), isNumber: true })),
      ]}
      rows={means.map(({ key, questions, byRound }) => ({
        id: key,
        cells: {
          name: nameOf(key),
          ...Object.fromEntries(
            byRound.map(({ told, percent }, place) => [
              rounds[place]!.id,
              <span key={place}>
                <ShareText share={percent === null ? null : { kind: 'exact', percent }} />
                {percent !== null && told < questions ? (
                  <span className="muted"> {t('results:mean.of', { told, questions })}</span>
                ) : null}
              </span>,
            ]),
          ),
        },
      }))}
    />
  )
}
