import type { TFunction } from '../../i18n/texts'
import type { Dates } from '../../i18n/dates'

type Said = { t: TFunction; dates: Pick<Dates, 'day'> }

/** Until when it can be appealed, in words. There is no last day before the decision has been received. */
export function appealTime({ t, dates }: Said, lastDay: string | null, today: string): string {
  if (lastDay === null) return t('signing:appeal.notYet')
  return lastDay < today
    ? t('signing:appeal.late', { date: dates.day(lastDay) })
    : t('signing:appeal.lastDay', { date: dates.day(lastDay) })
}

/** The last day of what can be appealed of a decision: all of it is received at once. */
export const lastDayOf = ({ parts }: { parts: readonly { lastDay: string | null }[] }): string | null =>
  parts.find(({ lastDay }) => lastDay !== null)?.lastDay ?? null
