/** What has been published of the whole country. Shares by question have not been found: for them there is none. */
export type NationalFigure = {
  key: 'responseRate' | 'placedResponseRate'
  year: number
  percent: number
  source: string
}

export const nationalFigures: readonly NationalFigure[] = [
  { key: 'responseRate', year: 2023, percent: 48, source: 'SKR: brukarundersökning IFO 2023, 127 kommuner' },
  { key: 'responseRate', year: 2022, percent: 42, source: 'SKR: brukarundersökning IFO 2023' },
  { key: 'responseRate', year: 2021, percent: 37, source: 'SKR: brukarundersökning IFO 2023' },
  {
    key: 'placedResponseRate',
    year: 2023,
    percent: 49,
    source: 'SKR: placerade ungdomar 2023, 46 kommuner och 9 privata utförare, 929 svar',
  },
]
