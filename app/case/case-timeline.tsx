import type { TFunction } from '../i18n/texts'
import { personAt } from '../addresses'
import type { Audience } from '../../db/roles'
import { useLanguage } from '../i18n/language-context'
import { Section } from '../ui/page/layout'
import { Swedish } from '../ui/swedish'
import { Timeline, type TimelineEntry } from '../ui/timeline'
import type { CasePage } from './case-page'
import { itemTitle, kindBeside } from '../reading/item-title'
import { timelineOf, type Happening } from './timeline'
import { newestShown } from './newest-shown'

export function CaseTimeline({ found }: { found: CasePage }) {
  const { t, dates } = useLanguage()
  const { happenings, hasMore } = timelineOf(found, newestShown)
  if (happenings.length === 0) return null
  return (
    <Section heading={t('case:timeline.heading')}>
      <Timeline
        entries={happenings.map((each) => ({
          when: dates.day(each.at),
          dateTime: dates.machine(each.at),
          ...entryOf(each, found.id, found.audience, t),
        }))}
      />
      {hasMore ? (
        <p>
          {t('case:timeline.more')} <a href={personAt.notes(found.id)}>{t('case:timeline.allNotes')}</a>
          {' · '}
          <a href={personAt.documents(found.id)}>{t('case:timeline.allDocuments')}</a>
        </p>
      ) : null}
    </Section>
  )
}

type Entry = Pick<TimelineEntry, 'title' | 'href' | 'detail'>

function entryOf(happening: Happening, caseId: string, audience: Audience, t: TFunction): Entry {
  switch (happening.kind) {
    case 'followUp':
      return { title: t('case:timeline.followUp') }
    case 'line':
      return {
        title: t('message:wrote', { name: happening.line.from }),
        detail: <Swedish>{happening.line.text}</Swedish>,
      }
    case 'note': {
      const title = itemTitle(happening.note, audience)
      return {
        title: <Swedish>{title}</Swedish>,
        href: personAt.note(caseId, happening.note.id),
        detail: kindBeside(title, t(`note:kind.${happening.note.kind}`)),
      }
    }
    case 'document': {
      const title = itemTitle(happening.document, audience)
      return {
        title: <Swedish>{title}</Swedish>,
        href: personAt.document(caseId, happening.document.id),
        detail: kindBeside(title, t(`document:type.${happening.document.type}`)),
      }
    }
  }
}
