import { expect, test } from 'vitest'
import { htmlOf } from '../../tests/support/html'
import { languages, type Language } from '../i18n/languages'
import { OpeningHours } from './opening-hours'
import { readHours } from './read-hours'
import { StaffTitle } from './staff-title'

const emergency = 'vardagar 16–08, helger dygnet runt'

test.each([
  ['sv', 'vardagar 16–08, helger dygnet runt'],
  ['sv-latt', 'vardagar 16–08, helger dygnet runt'],
  ['en', 'weekdays 16:00–08:00, weekends round the clock'],
  ['fi', 'arkisin klo 16:00–08:00, viikonloppuisin ympäri vuorokauden'],
  ['so', 'maalmaha shaqada 16:00–08:00, maalmaha fasaxa toddobaadka habeen iyo maalin'],
  ['ar', 'أيام العمل من \u206616:00\u2069 إلى \u206608:00\u2069، عطلة نهاية الأسبوع على مدار الساعة'],
] satisfies [Language, string][])('whom to call at night is said in %s', (language, said) => {
  expect(htmlOf(<OpeningHours>{emergency}</OpeningHours>, language)).toBe(said)
})

test.each([
  ['vardagar 8–16', [{ days: 'weekdays', from: '08:00', to: '16:00' }]],
  ['Vardagar kl. 8.30 - 16:30.', [{ days: 'weekdays', from: '08:30', to: '16:30' }]],
  ['Måndag–fredag klockan 9–12', [{ days: 'mondayToFriday', from: '09:00', to: '12:00' }]],
  ['dygnet runt', [{ days: null, from: null }]],
  ['alla dagar dygnet runt', [{ days: 'everyDay', from: null }]],
  [
    'vardagar 9–11 och 13–15',
    [
      { days: 'weekdays', from: '09:00', to: '11:00' },
      { days: null, from: '13:00', to: '15:00' },
    ],
  ],
])('the hours %s are understood', (written, parts) => {
  expect(readHours(written)).toEqual(parts)
})

test.each([
  'vardagar 16–08, röda dagar dygnet runt',
  'vardagar utom torsdagar 8–16',
  'vardagar 8–25',
  'vardagar',
  '',
])('hours of which a part is not understood are left as they are: %s', (written) => {
  expect(readHours(written)).toBeNull()
  expect(htmlOf(<OpeningHours>{written}</OpeningHours>, 'en')).toBe(
    `<bdi lang="sv" dir="ltr">${written}</bdi>`,
  )
})

test('a known title is said in every language, and another as the municipality wrote it', () => {
  const said = languages.map((language) => htmlOf(<StaffTitle>enhetschef</StaffTitle>, language))
  expect(said).toEqual([
    'enhetschef',
    'enhetschef',
    'head of unit',
    'رئيس الوحدة',
    'yksikön päällikkö',
    'madaxa qaybta',
  ])
  expect(htmlOf(<StaffTitle>enkätstöd</StaffTitle>, 'ar')).toBe('<bdi lang="sv" dir="ltr">enkätstöd</bdi>')
})
