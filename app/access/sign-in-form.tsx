import { identificationAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'
import type { EId } from '../oidc/brokers'
import type { SignInKind } from '../oidc/sign-in-kind'

type SignInFormProps = {
  kind: SignInKind
  returnTo: string
  eIds: readonly EId[]
}

/** One button per e-ID. A post, so that no link from elsewhere can begin a sign-in. */
export function SignInForm({ kind, returnTo, eIds }: SignInFormProps) {
  const { t } = useLanguage()
  return (
    <form method="post" action={identificationAt.start} className="actions">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="till" value={returnTo} />
      {eIds.map((eId, index) => (
        <Button key={eId} name="eid" value={eId} variant={index === 0 ? 'primary' : 'secondary'}>
          {t(`access:signIn.with.${eId}`)}
        </Button>
      ))}
    </form>
  )
}
