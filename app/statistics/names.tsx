import { useLanguage } from '../i18n/language-context'
import type { Group } from './documentation-times'
import { quarterNumber } from './documentation-times-rows'

export function useQuarterName() {
  const { t } = useLanguage()
  return (begins: string) =>
    t('statistics:quarter', { number: quarterNumber(begins), year: begins.slice(0, 4) })
}

export function useGroupName() {
  const { t } = useLanguage()
  return ({ origin, engine }: Pick<Group, 'origin' | 'engine'>) => {
    if (engine) return <bdi dir="ltr">{engine}</bdi>
    return origin ? t(`statistics:origin.${origin}`) : t('statistics:all')
  }
}
