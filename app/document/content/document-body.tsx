import { Facts } from '../../ui/facts'
import { MarkedText } from '../../ui/marked-text'
import { Table } from '../../ui/table'
import { boundSections } from './bound-sections'
import type { ContentLanguage } from './content-languages'
import { writingDirection } from './content-languages'
import type { DocumentBlock, DocumentContent } from './content'
import { leftToRightParts } from './left-to-right-parts'
import { sectionsOf } from './sections-of'

type DocumentBodyProps = { id?: string; content: DocumentContent }

/** A document as it is read on a phone. The page's own heading is its title. */
export function DocumentBody({ id, content: { language, blocks } }: DocumentBodyProps) {
  return (
    <article className="document" id={id} lang={language} dir={writingDirection(language)}>
      {sectionsOf(blocks).map((section, at) => (
        <section key={at}>
          {section.map((block, index) => (
            <Block key={index} block={block} documentLanguage={language} />
          ))}
        </section>
      ))}
    </article>
  )
}

type BlockProps = { block: DocumentBlock; documentLanguage: ContentLanguage }

function Block({ block, documentLanguage }: BlockProps) {
  const language = block.language ?? documentLanguage
  const other = language === documentLanguage ? {} : { lang: language, dir: writingDirection(language) }
  const shown = (text: string) => <Written text={text} language={language} />
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 2 ? 'h2' : 'h3'
      return <Heading {...other}>{shown(block.text)}</Heading>
    }
    case 'paragraph':
      return <p {...other}>{shown(block.text)}</p>
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return (
        <List className="steps" {...other}>
          {block.items.map((item, index) => (
            <li key={index}>{shown(item)}</li>
          ))}
        </List>
      )
    }
    case 'table':
      return (
        <div {...other}>
          <Table {...tableOf(block, shown)} />
        </div>
      )
    case 'facts':
      return (
        <div {...other}>
          <Facts
            items={block.rows.map(({ label, value }) => ({ term: shown(label), value: shown(value) }))}
          />
        </div>
      )
  }
}

function tableOf(
  { caption, head, rows }: Extract<DocumentBlock, { kind: 'table' }>,
  shown: (text: string) => React.JSX.Element,
) {
  return {
    caption,
    columns: head.map((label, column) => ({ key: String(column), label })),
    rows: rows.map((cells, index) => ({
      id: String(index),
      cells: Object.fromEntries(cells.map((cell, column) => [String(column), shown(cell)])),
    })),
  }
}

function Written({ text, language }: { text: string; language: ContentLanguage }) {
  if (writingDirection(language) === 'ltr') return <MarkedText text={text} shown={boundSections(text)} />
  return (
    <>
      {leftToRightParts(text).map((part, index) =>
        part.isLeftToRight ? (
          <bdi key={index} dir="ltr">
            {boundSections(part.text)}
          </bdi>
        ) : (
          part.text
        ),
      )}
    </>
  )
}
