import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { Swedish } from '../../ui/swedish'
import type { DocumentDraftRow } from './document-drafts'
import { TodayList } from './today-list'

export function DocumentDraftList({ drafts }: { drafts: readonly DocumentDraftRow[] }) {
  const { t, dates } = useLanguage()
  return (
    <TodayList
      heading={t('write:drafts.heading')}
      rows={drafts.map(({ id, childName, type, template, title, savedAt }) => ({
        id,
        href: staffAt.documentDraft(id),
        title: `${childName} · ${t(template ? `write:template.${template}.name` : `document:type.${type}`)}`,
        detail: (
          <>
            {title ? <Swedish>{title}</Swedish> : null}
            {title ? ' · ' : null}
            {t('write:drafts.saved', { when: dates.when(savedAt) })}
          </>
        ),
      }))}
    />
  )
}
