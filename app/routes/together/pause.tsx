import type { HeadersFunction, LoaderFunctionArgs } from '@remix-run/node'
import { asTogether, whileOpen } from '../../access/together-guard'
import { togetherAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { ButtonLink } from '../../ui/form/button'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'together:title', exit: true }

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

/** Shows nothing of what is read, as long as anybody needs. */
export function loader(args: LoaderFunctionArgs) {
  return asTogether(args, (_tx, opened) => Promise.resolve(whileOpen({}, opened)))
}

export default function PauseRoute() {
  const { t } = useLanguage()
  return (
    <div className="together">
      <PageHeading title={t('together:pause.heading')} lead={t('together:pause.lead')} />
      <div className="actions">
        <ButtonLink variant="primary" href={togetherAt.begin}>
          {t('together:begin.resume')}
        </ButtonLink>
        <ButtonLink variant="quiet" href={togetherAt.finish}>
          {t('together:item.stop')}
        </ButtonLink>
      </div>
    </div>
  )
}
