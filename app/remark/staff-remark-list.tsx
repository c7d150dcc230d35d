import { staffAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { ButtonLink } from '../ui/form/button'
import { Section } from '../ui/page/layout'
import { Voice } from '../ui/voice'
import type { StaffRemark } from './staff-remarks'

export function StaffRemarks({ remarks }: { remarks: readonly StaffRemark[] }) {
  const { t } = useLanguage()
  if (remarks.length === 0) return null
  return (
    <Section heading={t('staff:remark.heading')}>
      {remarks.map((remark) => (
        <div key={remark.id} className="section">
          <RemarkText remark={remark} />
          {remark.answer ? (
            <RemarkAnswer remark={remark} />
          ) : (
            <div className="actions">
              <ButtonLink href={staffAt.remark(remark.id)}>
                {t('staff:remark.answerTo', { name: remark.givenName })}
              </ButtonLink>
            </div>
          )}
        </div>
      ))}
    </Section>
  )
}

type Said = Pick<StaffRemark, 'kind' | 'text' | 'writtenAt' | 'givenName'>

export function RemarkText({ remark: { kind, text, writtenAt, givenName } }: { remark: Said }) {
  const { t, dates } = useLanguage()
  return (
    <Voice
      kind="statement"
      label={`${givenName} · ${t(`staff:remark.kind.${kind}`)} · ${dates.when(writtenAt)}`}
    >
      <p dir="auto">{text}</p>
    </Voice>
  )
}

type Answered = Pick<StaffRemark, 'answer' | 'answeredAt' | 'answeredBy'>

export function RemarkAnswer({ remark: { answer, answeredAt, answeredBy } }: { remark: Answered }) {
  const { t, dates } = useLanguage()
  if (!answer || !answeredAt || !answeredBy) return null
  return (
    <Voice kind="fact" label={`${t('note:remark.answer', { name: answeredBy })} · ${dates.when(answeredAt)}`}>
      <p dir="auto" lang="sv">
        {answer}
      </p>
    </Voice>
  )
}
