import { useLanguage } from '../../i18n/language-context'

type DraftStep = 'write' | 'review' | 'readers' | 'sign'

type DraftStepsProps = { noteId: string; current: DraftStep }

const steps: readonly { step: DraftStep; path: string }[] = [
  { step: 'write', path: '' },
  { step: 'review', path: '/granska' },
  { step: 'readers', path: '/lasare' },
  { step: 'sign', path: '/signera' },
]

/** Where a note is on its way to being signed. Each step is an address: one may go back, or look ahead. */
export function DraftSteps({ noteId, current }: DraftStepsProps) {
  const { t } = useLanguage()
  return (
    <nav aria-label={t('dictation:steps.label')}>
      <ol className="draft-steps" role="list">
        {steps.map(({ step, path }) => (
          <li key={step}>
            <a
              href={`/handlaggare/anteckningar/${noteId}${path}`}
              aria-current={step === current ? 'step' : undefined}
            >
              {t(`dictation:steps.${step}`)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
