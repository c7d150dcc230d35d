import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'

type DraftStep = 'write' | 'review' | 'readers' | 'sign'

type DraftStepsProps = { noteId: string; current: DraftStep }

const steps: readonly { step: DraftStep; href: (noteId: string) => string }[] = [
  { step: 'write', href: staffAt.note },
  { step: 'review', href: staffAt.review },
  { step: 'readers', href: staffAt.readers },
  { step: 'sign', href: staffAt.sign },
]

export function DraftSteps({ noteId, current }: DraftStepsProps) {
  const { t } = useLanguage()
  return (
    <nav aria-label={t('dictation:steps.label')}>
      <ol className="draft-steps" role="list">
        {steps.map(({ step, href }) => (
          <li key={step}>
            <a href={href(noteId)} aria-current={step === current ? 'step' : undefined}>
              {t(`dictation:steps.${step}`)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
