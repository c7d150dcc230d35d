import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'

type DocumentStep = 'write' | 'readers' | 'freeze'

const steps: readonly { step: DocumentStep; href: (documentId: string) => string }[] = [
  { step: 'write', href: staffAt.documentDraft },
  { step: 'readers', href: staffAt.documentReaders },
  { step: 'freeze', href: staffAt.freeze },
]

export function DocumentSteps({ documentId, current }: { documentId: string; current: DocumentStep }) {
  const { t } = useLanguage()
  return (
    <nav aria-label={t('write:steps.label')}>
      <ol className="draft-steps" role="list">
        {steps.map(({ step, href }) => (
          <li key={step}>
            <a href={href(documentId)} aria-current={step === current ? 'step' : undefined}>
              {t(`write:steps.${step}`)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
