import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { Swedish } from '../../ui/swedish'
import type { Draft } from './today-drafts'
import { TodayList } from './today-list'

/** Drafts that have been transcribed: best reviewed while the writer remembers what was said. */
export function ToReview({ drafts }: { drafts: readonly Draft[] }) {
  const { t, dates } = useLanguage()
  const rows = drafts.flatMap(({ recording, ...draft }) => (recording ? [{ ...draft, recording }] : []))
  return (
    <TodayList
      heading={t('staff:today.review.heading')}
      rows={rows.map(({ noteId, childName, kind, recording }) => ({
        id: noteId,
        href: staffAt.review(noteId),
        title: `${childName} · ${t(`note:kind.${kind}`)}`,
        detail: t('staff:today.review.detail', {
          when: dates.when(recording.at),
          minutes: Math.max(1, Math.round(recording.ms / 60_000)),
        }),
      }))}
    />
  )
}

export function Drafts({ drafts }: { drafts: readonly Draft[] }) {
  const { t, dates } = useLanguage()
  return (
    <TodayList
      heading={t('staff:today.drafts.heading')}
      rows={drafts
        .filter(({ recording }) => !recording)
        .map(({ noteId, childName, kind, title, eventAt, needs }) => ({
          id: noteId,
          href: addressOf[needs[0]!](noteId),
          title: `${childName} · ${t(`note:kind.${kind}`)}`,
          detail: (
            <>
              {title ? <Swedish>{title}</Swedish> : null}
              {title ? ' · ' : null}
              {dates.when(eventAt)}
              <br />
              {t('staff:today.drafts.needs', {
                what: needs.map((need) => t(`staff:today.need.${need}`)).join(', '),
              })}
            </>
          ),
        }))}
    />
  )
}

const addressOf = {
  text: staffAt.note,
  review: staffAt.review,
  readers: staffAt.readers,
  signature: staffAt.sign,
} as const
