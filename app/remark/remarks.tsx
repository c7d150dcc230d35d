import type { RemarkSlug } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { ButtonLink } from '../ui/form/button'
import { Section } from '../ui/page/layout'
import { Notice } from '../ui/notice'
import { Voice } from '../ui/voice'
import type { OwnRemark } from './remark-parts'

type RemarksProps = { remarks: readonly OwnRemark[]; caseworker: string }

export function Remarks({ remarks, caseworker }: RemarksProps) {
  const { t, dates } = useLanguage()
  if (remarks.length === 0) return null
  return (
    <Section heading={t('note:remark.own')}>
      {remarks.map(({ id, kind, text, writtenAt, answer, answeredAt, answeredBy }) => (
        <div key={id} className="section">
          <Voice kind="statement" label={`${t(`note:remark.kind.${kind}`)} · ${dates.when(writtenAt)}`}>
            <p dir="auto">{text}</p>
          </Voice>
          {answer && answeredAt ? (
            <Voice
              kind="fact"
              label={`${t('note:remark.answer', { name: answeredBy ?? caseworker })} · ${dates.when(answeredAt)}`}
            >
              <p dir="auto" lang="sv">
                {answer}
              </p>
            </Voice>
          ) : kind === 'ownComment' ? null : (
            <p className="muted">{t('note:remark.waiting', { name: caseworker })}</p>
          )}
        </div>
      ))}
    </Section>
  )
}

export function RemarkWays({ hrefOf }: { hrefOf: (remark: RemarkSlug) => string }) {
  const { t } = useLanguage()
  return (
    <div className="actions">
      <ButtonLink href={hrefOf('stammer-inte')}>{t('note:remark.kind.disputedFact')}</ButtonLink>
      <ButtonLink variant="quiet" href={hrefOf('kommentar')}>
        {t('note:remark.write')}
      </ButtonLink>
    </div>
  )
}

export function RemarkSaved({ isSaved }: { isSaved: boolean }) {
  const { t } = useLanguage()
  if (!isSaved) return null
  return (
    <Notice tone="done" heading={t('note:remark.saved.heading')}>
      {t('note:remark.saved.text')}
    </Notice>
  )
}
