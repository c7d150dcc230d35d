import { useLanguage } from '../i18n/language-context'
import { htmlLang } from '../i18n/languages'
import { Swedish } from './swedish'

// The titles a social services office has (glossary). Any other is the municipality's own word.
const known: Record<string, string> = {
  socialsekreterare: 'caseworker',
  handläggare: 'caseworker',
  enhetschef: 'teamLeader',
  arbetsledare: 'teamLeader',
  familjebehandlare: 'familyTherapist',
  'ordförande i socialnämnden': 'chair',
  'vice ordförande i socialnämnden': 'deputyChair',
  'ledamot i socialnämnden': 'boardMember',
}

/** What somebody is at work, in the reader's language; in Swedish where the title is not a known one. */
export function StaffTitle({ children: title }: { children: string }) {
  const { t, language } = useLanguage()
  const key = htmlLang[language] === 'sv' ? undefined : known[title.trim().toLowerCase()]
  return key ? <>{t(`ui:staffTitle.${key}`)}</> : <Swedish>{title}</Swedish>
}
