import { useLanguage } from '../i18n/language-context'
import { Notice } from '../ui/notice'
import { Swedish } from '../ui/swedish'
import type { DisclosureLevel } from './level'
import type { TextChange } from './text-change'

type TextChangedProps = { change: TextChange; level: DisclosureLevel | undefined }

/** A decision holds for the text it was made on: what has come and gone since, and what was decided then. */
export function TextChanged({ change: { added, removed }, level }: TextChangedProps) {
  const { t } = useLanguage()
  return (
    <Notice tone="warn" heading={t('release:changed.heading')}>
      {level ? <p>{t('release:changed.before', { level: t(`release:level.${level}.name`) })}</p> : null}
      <Lines heading={t('release:changed.added')} texts={added} as="ins" />
      <Lines heading={t('release:changed.removed')} texts={removed} as="del" />
      {added.length + removed.length === 0 ? <p>{t('release:changed.order')}</p> : null}
    </Notice>
  )
}

function Lines({ heading, texts, as: Mark }: { heading: string; texts: string[]; as: 'ins' | 'del' }) {
  if (texts.length === 0) return null
  return (
    <>
      <p className="muted">{heading}</p>
      {texts.map((text, index) => (
        <p key={index}>
          <Mark>
            <Swedish>{text}</Swedish>
          </Mark>
        </p>
      ))}
    </>
  )
}
