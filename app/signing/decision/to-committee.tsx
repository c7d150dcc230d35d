import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { ButtonLink } from '../../ui/form/button'
import { Section } from '../../ui/page/layout'

type ToCommitteeProps = { document: { id: string; caseId: string }; canBePut: boolean }

/** The two ways of a document to the committee: to its chair when it cannot wait, or to its next meeting. */
export function ToCommittee({ document: { id, caseId }, canBePut }: ToCommitteeProps) {
  const { t } = useLanguage()
  return (
    <Section heading={t('decision:committee')}>
      <p className="actions">
        {canBePut ? (
          <ButtonLink href={staffAt.askForDecision(caseId, id)}>{t('decision:ask.title')}</ButtonLink>
        ) : null}
        <ButtonLink href={staffAt.putMatter(caseId, id)}>{t('meeting:put.title')}</ButtonLink>
      </p>
    </Section>
  )
}
