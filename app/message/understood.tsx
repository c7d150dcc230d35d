import { useLanguage } from '../i18n/language-context'
import { ButtonLink } from '../ui/form/button'
import { Section } from '../ui/page/layout'

type UnderstoodProps = {
  /** Where somebody goes on who understood: nothing is kept of it. */
  onHref: string
  askHref: string
}

/** "Förstod du?" after a note or a document. */
export function Understood({ onHref, askHref }: UnderstoodProps) {
  const { t } = useLanguage()
  return (
    <Section heading={t('message:understood.heading')}>
      <div className="actions">
        <ButtonLink href={onHref}>{t('message:understood.yes')}</ButtonLink>
        <ButtonLink href={askHref}>{t('message:understood.no')}</ButtonLink>
      </div>
    </Section>
  )
}
