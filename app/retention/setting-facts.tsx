import { useLanguage } from '../i18n/language-context'
import { Facts } from '../ui/facts'
import { Swedish } from '../ui/swedish'
import type { Setting } from './retention'

export function SettingFacts({ setting }: { setting: Setting }) {
  const { t } = useLanguage()
  const { holds, research, atNight, backupDays, source } = setting
  return (
    <Facts
      items={[
        { term: t('retention:setting.holds.term'), value: t(`retention:setting.holds.${holds}`) },
        { term: t('retention:setting.research.term'), value: t(`retention:setting.research.${research}`) },
        {
          term: t('retention:setting.night.term'),
          value: t(`retention:setting.night.${atNight ? 'yes' : 'no'}`),
        },
        {
          term: t('retention:setting.backups.term'),
          value:
            backupDays === null
              ? t('retention:notSaid')
              : t('retention:setting.backups.days', { count: backupDays }),
        },
        { term: t('retention:setting.source'), value: <Swedish>{source}</Swedish> },
      ]}
    />
  )
}
