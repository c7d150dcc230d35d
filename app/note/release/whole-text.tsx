import { useLanguage } from '../../i18n/language-context'
import { InPageLanguage } from '../../reading/in-page-language'
import { SwedishText } from '../../reading/text-at-level'
import { NoteParagraphs } from '../../reading/voiced-paragraphs'
import { Section } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'
import { ChildText } from '../../ui/voice'
import type { ReleaseView } from './readers-page'

/** All that a reader of everything gets: the text, and what is written to the child, by its own title. */
export function WholeText({ release }: { release: ReleaseView }) {
  const { t } = useLanguage()
  const { childName, authorName, versions } = release
  const [newest] = versions
  if (!newest) return null
  const { childTitle, childText, childTextEasy } = newest
  return (
    <Section heading={<Swedish>{newest.title}</Swedish>}>
      {newest.paragraphs.length === 0 ? <p>{t('review:voices.noText')}</p> : null}
      <SwedishText>
        <NoteParagraphs paragraphs={newest.paragraphs} author={authorName} />
        {childTitle || childText ? (
          <ChildText
            label={<InPageLanguage>{t('staff:note.childText', { name: childName })}</InPageLanguage>}
          >
            {childTitle ? <h3>{childTitle}</h3> : null}
            {childText ? <p>{childText}</p> : null}
          </ChildText>
        ) : null}
        {childTextEasy ? (
          <ChildText
            label={<InPageLanguage>{t('staff:note.childTextEasy', { name: childName })}</InPageLanguage>}
          >
            {childTextEasy}
          </ChildText>
        ) : null}
      </SwedishText>
    </Section>
  )
}
