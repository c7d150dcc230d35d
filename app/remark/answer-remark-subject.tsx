import { useLanguage } from '../i18n/language-context'
import { DocumentBody } from '../document/content/document-body'
import { Section } from '../ui/page/layout'
import { Swedish } from '../ui/swedish'
import type { RemarkToAnswer } from './answer-remark'
import { NoteParagraphs } from '../reading/voiced-paragraphs'
import { SwedishText } from '../reading/text-at-level'

export function AnswerRemarkSubject({ remark }: { remark: RemarkToAnswer }) {
  const { t } = useLanguage()
  const { title, paragraphs, content, author } = remark
  if (!title) return <p className="muted">{t('staff:remark.aboutCase')}</p>
  return (
    <Section heading={<Swedish>{title}</Swedish>}>
      {paragraphs ? (
        <SwedishText>
          <NoteParagraphs paragraphs={paragraphs} author={author ?? ''} />
        </SwedishText>
      ) : null}
      {content ? <DocumentBody content={content} /> : null}
    </Section>
  )
}
