import { togetherAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { itemTitle } from '../reading/item-title'
import { ButtonLink } from '../ui/form/button'
import { LinkList, LinkRow } from '../ui/link-list'
import { PageHeading } from '../ui/page/layout'
import { Swedish } from '../ui/swedish'
import type { Reading, ReadingItem } from './reading'

/** What is to be read, in order, and where it was left. */
export function BeginReading({ reading }: { reading: Reading }) {
  const { t } = useLanguage()
  const { childName, staffName, items } = reading
  const next = items.find(({ isRead, mark }) => !isRead || mark === null) ?? items[0]
  return (
    <div className="together">
      <PageHeading
        title={t('together:begin.heading', { name: childName })}
        lead={t('together:begin.lead', { name: staffName })}
      />
      {next ? null : <p>{t('together:begin.none', { name: staffName })}</p>}
      {next ? (
        <>
          <p>{t('together:begin.stop')}</p>
          <div className="actions">
            <ButtonLink variant="primary" href={togetherAt.item(next.position)}>
              {items.some(({ isRead }) => isRead) ? t('together:begin.resume') : t('together:begin.start')}
            </ButtonLink>
          </div>
        </>
      ) : null}
      <LinkList>
        {items.map((item) => (
          <LinkRow
            key={item.position}
            href={togetherAt.item(item.position)}
            title={<ItemTitle item={item} reading={reading} />}
            detail={item.mark ? t(`together:mark.${item.mark}`) : undefined}
          />
        ))}
      </LinkList>
      <ButtonLink variant="quiet" href={togetherAt.finish}>
        {t('together:item.stop')}
      </ButtonLink>
    </div>
  )
}

export function ItemTitle({ item, reading }: { item: ReadingItem; reading: Pick<Reading, 'audience'> }) {
  const { t } = useLanguage()
  const { title, childTitle, kind } = item
  if (title === null) return <>{t(`together:kind.${kind}`)}</>
  return <Swedish>{itemTitle({ title, childTitle }, reading.audience)}</Swedish>
}
