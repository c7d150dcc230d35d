import { useLanguage } from '../../i18n/language-context'
import { Notice } from '../../ui/notice'

/** How a try to sign ended, as the address says it: nothing in it tells what was signed. */
const outcomes = {
  cancelled: 'avbruten',
  failed: 'misslyckades',
  refused: 'avvisad',
  unavailable: 'upptagen',
} as const
export type Outcome = keyof typeof outcomes

export function outcomeIn(query: URLSearchParams): Outcome | null {
  const said = query.get('svar')
  return (Object.keys(outcomes) as Outcome[]).find((outcome) => outcomes[outcome] === said) ?? null
}

export const withOutcome = (address: string, outcome: Outcome) =>
  `${address}${address.includes('?') ? '&' : '?'}svar=${outcomes[outcome]}`

type SignOutcomeProps = { outcome: Outcome | null; caseworker: string; isSigned: boolean }

/** Silent once it is signed after all, in another tab. */
export function SignOutcome({ outcome, caseworker, isSigned }: SignOutcomeProps) {
  const { t } = useLanguage()
  if (!outcome || isSigned) return null
  return <Notice tone="warn">{t(`signing:outcome.${outcome}`, { name: caseworker })}</Notice>
}
