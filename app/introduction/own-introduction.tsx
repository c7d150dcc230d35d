import { staffAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'
import { OwnForm } from '../ui/form/own-form'
import { Section } from '../ui/page/layout'
import { PersonCard } from '../ui/person-card'
import { StaffTitle } from '../ui/staff-title'
import { Swedish } from '../ui/swedish'
import { fullName } from '../person/full-name'
import type { OwnIntroduction as Own } from './introduction'

/** As people see it, with a way to take the picture away. */
export function OwnIntroduction({ own }: { own: Own }) {
  const { t } = useLanguage()
  const { givenName, familyName, text, pictureId, pictureText } = own
  return (
    <Section heading={t('introduction:shown')}>
      <PersonCard
        name={fullName(givenName, familyName)}
        initials={`${givenName.charAt(0)}${familyName.charAt(0)}`}
        picture={pictureId && pictureText ? { href: staffAt.ownPicture, text: pictureText } : undefined}
        detail={<StaffTitle>{own.title}</StaffTitle>}
      >
        {text ? (
          <p className="in-app">
            <Swedish>{text}</Swedish>
          </p>
        ) : null}
      </PersonCard>
      {pictureId ? (
        <OwnForm className="actions">
          <Button name="do" value="removePicture">
            {t('introduction:remove')}
          </Button>
        </OwnForm>
      ) : null}
    </Section>
  )
}
