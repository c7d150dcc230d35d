import { togetherAt } from '../addresses'
import type { DocumentContent } from '../document/content/content'
import { textsOf } from '../document/content/texts-of'
import { useLanguage } from '../i18n/language-context'
import { levelsOf, readingLevel, wordOfLevel } from '../reading/reading-level'
import { NoteTools } from '../reading/reading-tools'
import { WordHelp, hardWordsIn } from '../reading/word-help'
import { ButtonLink } from '../ui/form/button'
import { PageHeading } from '../ui/page/layout'
import { ItemTitle } from './begin-reading'
import { ItemMarks } from './item-marks'
import { PartText } from './part-text'
import { partsOf, type Part } from './parts'
import type { ItemText, Reading, ReadingItem } from './reading'

type ReadItemProps = {
  reading: Reading
  item: ReadingItem
  text: ItemText
  /** Asked for in the address: level and number of the part; what there is not is as if not asked. */
  wish: string | null
  part: number
}

/** One thing, one part of it at a time. */
export function ReadItem({ reading, item, text, wish, part }: ReadItemProps) {
  const { language, t, dates } = useLanguage()
  const { items, childName, staffName } = reading
  const texts = 'childText' in text ? text : { childText: null, childTextEasy: null }
  const level = readingLevel(wish ?? wordOfLevel[reading.level], { ...reading, language }, texts)
  const parts = partsOf(text, level)
  const at = part >= 1 && part <= parts.length ? part : 1
  const shown = parts[at - 1]!
  const place = items.indexOf(item)
  const [before, after] = [items[place - 1], items[place + 1]]
  const partAt = (number: number) => `?text=${wordOfLevel[level]}&del=${number}`
  const words = hardWordsIn(writtenIn(shown))
  return (
    <div className="together">
      <PageHeading
        title={<ItemTitle item={item} reading={reading} />}
        detail={[
          t('together:item.progress', { at: place + 1, of: items.length }),
          item.at ? dates.day(item.at) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      />
      <NoteTools levels={levelsOf(texts)} level={level} textId="text" hasWords={words.length > 0} />
      <div id="text" className="together-text">
        <PartText part={shown} author={item.author ?? staffName} childName={childName} />
      </div>
      <WordHelp ids={words} />
      {at < parts.length ? (
        <div className="stack">
          <p>{t('together:item.more')}</p>
          <ButtonLink variant="primary" href={partAt(at + 1)}>
            {t('together:item.readOn')}
          </ButtonLink>
        </div>
      ) : (
        <ItemMarks item={item} staffName={staffName} action={partAt(at)} />
      )}
      <nav className="together-ways" aria-label={t('together:item.ways')}>
        <div>
          {at > 1 || before ? (
            <ButtonLink href={at > 1 ? partAt(at - 1) : togetherAt.item(before!.position)}>
              {t('together:item.back')}
            </ButtonLink>
          ) : null}
          {at < parts.length ? null : (
            <ButtonLink
              variant={item.mark ? 'primary' : 'secondary'}
              href={after ? togetherAt.item(after.position) : togetherAt.finish}
            >
              {t(after ? 'together:item.next' : 'together:item.last')}
            </ButtonLink>
          )}
        </div>
        <div>
          <ButtonLink variant="quiet" href={togetherAt.pause}>
            {t('together:item.pause')}
          </ButtonLink>
          <ButtonLink variant="quiet" href={togetherAt.finish}>
            {t('together:item.stop')}
          </ButtonLink>
        </div>
      </nav>
    </div>
  )
}

function writtenIn(part: Part): string[] {
  switch (part.kind) {
    case 'child':
      return part.paragraphs
    case 'note':
      return part.paragraphs.map(({ text }) => text)
    case 'document':
      return swedishBlocks(part.content)
    case 'plan':
      return [part.summary ?? '', ...part.goals.map(({ goal }) => goal)]
    case 'dates':
      return []
  }
}

function swedishBlocks({ language, blocks }: DocumentContent): string[] {
  return language === 'sv' ? blocks.flatMap(textsOf) : []
}
