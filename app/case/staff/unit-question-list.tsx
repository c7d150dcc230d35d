import { useLanguage } from '../../i18n/language-context'
import { LinkList, LinkRow } from '../../ui/link-list'
import { Section } from '../../ui/page/layout'
import { AnswerBy } from './answer-by'
import { waitingAt, whatOf } from './today-waiting-list'
import type { UnitQuestions } from './unit-questions'

/** For a team leader: how many questions wait in the unit, and who should have answered which. */
export function UnitQuestionList({ questions }: { questions: UnitQuestions | null }) {
  const { t } = useLanguage()
  if (!questions || questions.waiting === 0) return null
  const { waiting, lateCount, late } = questions
  return (
    <Section heading={t('answer:today.heading')}>
      <p>
        {t('answer:today.count', { count: waiting })}
        {lateCount > 0 ? ` ${t('answer:today.late', { count: lateCount })}` : null}
      </p>
      {late.length > 0 ? (
        <LinkList>
          {late.map((one) => (
            <LinkRow
              key={one.id}
              href={waitingAt(one)}
              title={`${one.fromName} · ${whatOf(one, t)}`}
              detail={
                <>
                  <AnswerBy answerBy={one.answerBy} daysLeft={one.daysLeft} />
                  {' · '}
                  {one.answerer
                    ? t('answer:today.answers', { name: one.answerer })
                    : t('answer:today.nobody')}
                </>
              }
            />
          ))}
        </LinkList>
      ) : null}
    </Section>
  )
}
