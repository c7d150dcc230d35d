import { useLanguage } from '../i18n/language-context'
import { Facts } from '../ui/facts'
import { Section } from '../ui/page/layout'

export const receiptId = 'kvitto'

/** What the receipt for a decision means that cannot be signed here: the caseworker asks for it. */
export function ReceiptInfo({ caseworker }: { caseworker: string }) {
  const { t } = useLanguage()
  return (
    <Section heading={t('document:receipt.heading')}>
      <p>{t('document:receipt.how', { name: caseworker })}</p>
      <Facts
        items={[
          { term: t('document:receipt.means.term'), value: t('document:receipt.means.value') },
          { term: t('document:receipt.meansNot.term'), value: t('document:receipt.meansNot.value') },
          { term: t('document:receipt.without.term'), value: t('document:receipt.without.value') },
        ]}
      />
    </Section>
  )
}
