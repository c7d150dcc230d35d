import { useEffect } from 'react'
import { useLanguage } from '../../i18n/language-context'

const keys = [
  ['record', 'ctrlShiftEnter'],
  ['paragraph', 'ctrlEnter'],
  ['line', 'enter'],
  ['save', 'ctrlS'],
] as const

/** With a modifier key, since single letters would be typed (WCAG 2.1.4). */
export function Shortcuts() {
  const { t } = useLanguage()
  return (
    <dl className="shortcuts">
      {keys.map(([deed, key]) => (
        <div key={deed}>
          <dt>{t(`dictation:keys.${deed}`)}</dt>
          <dd>
            <kbd>{t(`dictation:keys.${key}`)}</kbd>
          </dd>
        </div>
      ))}
    </dl>
  )
}

type Deeds = { onRecord: () => void; onParagraph: () => void; onSave: () => void }

export function useShortcuts({ onRecord, onParagraph, onSave }: Deeds): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return
      const isEnter = event.key === 'Enter'
      const isInText = event.target instanceof HTMLTextAreaElement
      if (isEnter && event.shiftKey) onRecord()
      else if (isEnter && isInText) onParagraph()
      else if (event.key.toLowerCase() === 's' && !event.shiftKey) onSave()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [onRecord, onParagraph, onSave])
}
