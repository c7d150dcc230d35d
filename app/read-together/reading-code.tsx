import { staffAt, togetherAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { Button, ButtonLink } from '../ui/form/button'
import { OwnForm } from '../ui/form/own-form'
import { BackLink } from '../ui/page/back-link'
import { PageHeading, Section } from '../ui/page/layout'

type ReadingCodeProps = {
  caseId: string
  personId: string
  childName: string
  isInTime: boolean
  code: string
  origin: string
}

/** How the child's device is opened: by a code on the tablet, or on this one, which signs the staff member out. */
export function ReadingCode({ caseId, personId, childName: name, isInTime, code, origin }: ReadingCodeProps) {
  const { t } = useLanguage()
  if (!isInTime) {
    return (
      <>
        <BackLink href={staffAt.case(caseId)}>{t('staff:case.title')}</BackLink>
        <PageHeading title={t('together:code.heading', { name })} lead={t('together:code.late')} />
        <div className="actions">
          <ButtonLink variant="primary" href={staffAt.readTogether(caseId, personId)}>
            {t('together:code.again')}
          </ButtonLink>
        </div>
      </>
    )
  }
  return (
    <>
      <BackLink href={staffAt.case(caseId)}>{t('staff:case.title')}</BackLink>
      <PageHeading title={t('together:code.heading', { name })} lead={t('together:code.lead')} />
      <ol className="steps">
        <li>
          {t('together:code.open')} <bdi dir="ltr">{`${origin}${togetherAt.enter}`}</bdi>
        </li>
        <li>
          {t('together:code.type')}{' '}
          <bdi dir="ltr" className="survey-code">
            {spokenCode(code)}
          </bdi>
        </li>
      </ol>
      <p className="muted">{t('together:code.limits')}</p>
      <Section heading={t('together:code.here.heading')}>
        <p>{t('together:code.here.text')}</p>
        <OwnForm action={togetherAt.enter}>
          <input type="hidden" name="code" value={code} />
          <input type="hidden" name="here" value="1" />
          <Button>{t('together:code.here.go')}</Button>
        </OwnForm>
      </Section>
    </>
  )
}

/** As it is shown and said: 4821 7730. */
const spokenCode = (code: string) => code.replace(/^(.{4})/, '$1 ')
