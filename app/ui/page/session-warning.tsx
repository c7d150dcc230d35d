import { publicAt, staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { OwnForm } from '../form/own-form'

const doors = { person: publicAt.signIn, staff: staffAt.signIn } as const

/**
 * Empty until enhance.js puts a message in the alert, which announces it. Not a modal dialog: that would put the
 * quick exit out of reach.
 */
export function SessionWarning({ signedIn }: { signedIn: 'person' | 'staff' }) {
  const { t } = useLanguage()
  return (
    <div className="session" role="alert" data-session>
      <OwnForm action={publicAt.session} hidden>
        <p data-when="soon">{t('ui:session.soon')}</p>
        <p data-when="failed" hidden>
          {t('ui:session.failed')}
        </p>
        <p data-when="ended" hidden>
          {t('ui:session.ended')}{' '}
          <a href={doors[signedIn]} target="_blank" rel="noopener">
            {t('ui:session.again')}
          </a>
        </p>
        <button type="submit" className="button button-primary" data-when="soon failed">
          {t('ui:session.stay')}
        </button>
      </OwnForm>
    </div>
  )
}
