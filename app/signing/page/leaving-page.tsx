import { useLanguage } from '../../i18n/language-context'
import { Button } from '../../ui/form/button'
import { PageHeading } from '../../ui/page/layout'

export type Leaving = { address: string; fields: Readonly<Record<string, string>> }

/** To the broker by the person's own browser: sent by script where there is one, else by the button. */
export function LeavingPage({ address, fields }: Leaving) {
  const { t } = useLanguage()
  return (
    <>
      <PageHeading title={t('signing:leaving.heading')} lead={t('signing:leaving.text')} />
      <form method="post" action={address} className="actions" data-send>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button variant="primary">{t('signing:leaving.button')}</Button>
      </form>
    </>
  )
}
