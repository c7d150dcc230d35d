import { personAt, publicAt, staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'

type NavLink = { href: string; label: string }

type MainNavProps = {
  reader: 'person' | 'staff'
  path: string | undefined
}

// React 18 passes the popover attributes on, but its types do not know them.
const sheet = { popover: 'auto' }
const opensSheet = { popovertarget: 'meny' }

export function MainNav({ reader, path }: MainNavProps) {
  const { t } = useLanguage()
  return (
    <>
      <button type="button" className="menu" {...opensSheet}>
        {t('ui:nav.open')}
      </button>
      <nav className="nav" id="meny" aria-label={t('ui:nav.label')} {...sheet}>
        {linksFor(reader, t).map(({ href, label }) => (
          <a key={href} href={href} aria-current={href === path ? 'page' : undefined}>
            {label}
          </a>
        ))}
        <form method="post" action={publicAt.signOut}>
          <button type="submit">{t('ui:nav.signOut')}</button>
        </form>
      </nav>
    </>
  )
}

function linksFor(reader: 'person' | 'staff', t: (key: string) => string): readonly NavLink[] {
  if (reader === 'staff') {
    return [
      { href: staffAt.today, label: t('ui:nav.staffToday') },
      { href: staffAt.cases, label: t('ui:nav.staffHome') },
      { href: staffAt.statistics, label: t('ui:nav.staffStatistics') },
      { href: staffAt.surveyResults, label: t('ui:nav.staffSurveyResults') },
      { href: staffAt.surveyForms, label: t('ui:nav.staffSurveyForms') },
    ]
  }
  return [
    { href: personAt.home, label: t('ui:nav.home') },
    { href: personAt.accessLog, label: t('ui:nav.insight') },
    { href: personAt.settings, label: t('ui:nav.settings') },
  ]
}
