import { togetherAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'
import { OwnForm } from '../ui/form/own-form'
import { PageHeading, Section } from '../ui/page/layout'

type ReadingCodeProps = { name: string; code: string; origin: string }

/** How the child's device is opened: by a code on the tablet, or on this one, which signs the staff member out. */
export function ReadingCode({ name, code, origin }: ReadingCodeProps) {
  const { t } = useLanguage()
  return (
    <>
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
