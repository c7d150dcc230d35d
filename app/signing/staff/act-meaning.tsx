import type { SignatureAct } from '../../../db/closed-lists'
import { useLanguage } from '../../i18n/language-context'
import { Facts } from '../../ui/facts'

/** What the person is told an act means, so that staff ask for nothing else than what they mean. */
export function ActMeaning({ act, name }: { act: SignatureAct; name: string }) {
  const { t } = useLanguage()
  const said = (what: 'means' | 'meansNot' | 'without') => ({
    term: t(`signing:${what}.term`),
    value: t(`signing:${what}.${act}`, { name }),
  })
  return <Facts items={[said('means'), said('meansNot'), said('without')]} />
}
