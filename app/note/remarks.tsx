import { useLanguage } from '../i18n/language-context'
import { Section } from '../ui/layout'
import { Notice } from '../ui/notice'
import { Voice } from '../ui/voice'
import type { FoundNote } from './read-note'

type RemarksProps = { remarks: FoundNote['remarks']; caseworker: string }

/** What the reader has said about the text, each with its answer or the word that one will come. */
export function Remarks({ remarks, caseworker }: RemarksProps) {
  const { t, dates } = useLanguage()
  if (remarks.length === 0) return null
  return (
    <Section heading={t('note:remark.own')}>
      {remarks.map(({ id, kind, text, writtenAt, answer, answeredAt, answeredBy }) => (
        <div key={id} className="section">
          <Voice kind="statement" label={`${t(`note:remark.kind.${kind}`)} · ${dates.when(writtenAt)}`}>
            <p className="whitespace-pre-line" dir="auto">
              {text}
            </p>
          </Voice>
          {answer && answeredAt ? (
            <Voice
              kind="fact"
              label={`${t('note:remark.answer', { name: answeredBy ?? caseworker })} · ${dates.when(answeredAt)}`}
            >
              <p className="whitespace-pre-line" dir="auto">
                {answer}
              </p>
            </Voice>
          ) : (
            <p className="muted">{t('note:remark.waiting', { name: caseworker })}</p>
          )}
        </div>
      ))}
    </Section>
  )
}

/** Said once, after a remark was sent. */
export function RemarkSaved({ isSaved }: { isSaved: boolean }) {
  const { t } = useLanguage()
  if (!isSaved) return null
  return (
    <Notice tone="done" heading={t('note:remark.saved.heading')}>
      {t('note:remark.saved.text')}
    </Notice>
  )
}
