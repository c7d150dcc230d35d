import { publicAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { ButtonLink } from '../../ui/form/button'
import { HelpLines } from '../../ui/help-lines'
import { PageHeading, Section } from '../../ui/page/layout'

export const handle = { script: false, title: 'public:front.title' }

export default function FrontRoute() {
  const { t } = useLanguage()
  return (
    <>
      <PageHeading title={t('public:front.heading')} lead={t('public:front.lead')} />
      <div className="actions">
        <ButtonLink variant="primary" href={publicAt.signIn}>
          {t('public:front.signIn')}
        </ButtonLink>
      </div>
      <Section heading={t('public:front.without.heading')}>
        <p>{t('public:front.without.text')}</p>
      </Section>
      <Section heading={t('ui:help.heading')}>
        <HelpLines emergency={null} isForYoung withHealth />
      </Section>
    </>
  )
}
