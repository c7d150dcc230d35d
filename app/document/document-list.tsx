import { personAt } from '../addresses'
import type { Audience } from '../../db/roles'
import { useLanguage } from '../i18n/language-context'
import { LinkList, LinkRow } from '../ui/link-list'
import { Swedish } from '../ui/swedish'
import type { ListedDocument } from './documents'
import { itemTitle, kindBeside } from '../reading/item-title'

type DocumentListProps = { caseId: string; audience: Audience; documents: readonly ListedDocument[] }

export function DocumentList({ caseId, audience, documents }: DocumentListProps) {
  const { t, dates } = useLanguage()
  return (
    <LinkList>
      {documents.map((document) => (
        <LinkRow
          key={document.id}
          href={personAt.document(caseId, document.id)}
          isNew={document.isNew}
          title={<Swedish>{itemTitle(document, audience)}</Swedish>}
          detail={[
            kindBeside(itemTitle(document, audience), t(`document:type.${document.type}`)),
            dates.day(document.datedOn),
            document.level === 'full' ? null : t(`document:level.${document.level}`),
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
    </LinkList>
  )
}
