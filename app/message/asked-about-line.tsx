import type { ReactNode } from 'react'
import { personAt } from '../addresses'
import type { Audience } from '../../db/roles'
import { useLanguage } from '../i18n/language-context'
import { itemTitle } from '../reading/item-title'
import { Swedish } from '../ui/swedish'
import type { AskedAbout } from './asked-about'

type AskedAboutLineProps = {
  caseId: string
  audience: Audience
  about: AskedAbout
  /** The paragraph as its reader sees it, where the page quotes it. */
  quote?: ReactNode
}

/** What the question comes from, with the way there. */
export function AskedAboutLine({ caseId, audience, about, quote }: AskedAboutLineProps) {
  const { t } = useLanguage()
  const { what, id, paragraph } = about
  // Paragraphs are those of the record, which the child's own text may stand before.
  const address = what === 'note' ? personAt.note(caseId, id) : personAt.document(caseId, id)
  return (
    <div className="section">
      <p>
        {paragraph ? t('message:about.paragraph', { number: paragraph }) : t('message:about.whole')}{' '}
        <a href={paragraph && what === 'note' ? `${address}?text=som#stycke-${paragraph}` : address}>
          <Swedish>{itemTitle(about, audience)}</Swedish>
        </a>
      </p>
      {quote ? (
        <blockquote className="gap" lang="sv" dir="ltr">
          {quote}
        </blockquote>
      ) : null}
    </div>
  )
}
