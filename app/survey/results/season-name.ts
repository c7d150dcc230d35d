import type { TFunction } from '../../i18n/texts'

/** "Våren 2026", or short for a plot: "V 26". */
export function seasonName(t: TFunction, { year, season }: { year: number; season: string }): string {
  return t(`results:season.${season}`, { year })
}

export function shortSeasonName(t: TFunction, { year, season }: { year: number; season: string }): string {
  return t(`results:short.${season}`, { year: String(year).slice(2) })
}
