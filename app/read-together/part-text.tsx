import { DocumentBody } from '../document/content/document-body'
import { useLanguage } from '../i18n/language-context'
import { PlanGoals } from '../plan/plan-goals'
import { InPageLanguage } from '../reading/in-page-language'
import { SwedishText } from '../reading/text-at-level'
import { NoteParagraphs } from '../reading/voiced-paragraphs'
import { Swedish } from '../ui/swedish'
import { ChildText } from '../ui/voice'
import type { Part } from './parts'

type PartTextProps = { part: Part; author: string; childName: string }

/** One part of what is read, large and alone. */
export function PartText({ part, author, childName }: PartTextProps) {
  const { t, dates } = useLanguage()
  switch (part.kind) {
    case 'child':
      return (
        <SwedishText>
          <ChildText label={<InPageLanguage>{t('together:item.forYou', { name: author })}</InPageLanguage>}>
            {part.paragraphs.map((paragraph, at) => (
              <p key={at}>{paragraph}</p>
            ))}
          </ChildText>
        </SwedishText>
      )
    case 'note':
      return (
        <SwedishText>
          <NoteParagraphs paragraphs={part.paragraphs} author={author} />
        </SwedishText>
      )
    case 'document':
      return <DocumentBody content={part.content} />
    case 'plan':
      return <PlanGoals plan={part} isOwn childName={childName} closedOn={null} heading="h2" />
    case 'dates':
      return (
        <ul className="steps">
          {part.dates.map(({ onDay, at, place, kind }, index) => (
            <li key={index}>
              {dates.day(onDay)}
              {at ? ` · ${dates.time(at)}` : null}
              {kind
                ? ` · ${t(kind === 'childVisit' ? 'appointment:ownVisit' : `appointment:kind.${kind}`)}`
                : null}
              {place ? ' · ' : null}
              {place ? <Swedish>{place}</Swedish> : null}
            </li>
          ))}
        </ul>
      )
  }
}
