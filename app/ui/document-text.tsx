type DocumentSection = { heading?: string | undefined; paragraphs: readonly string[] }

type DocumentTextProps = {
  /** The document's own language, when it differs from the page's. */
  lang?: string | undefined
  id?: string | undefined
  sections: readonly DocumentSection[]
}

export function DocumentText({ lang, id, sections }: DocumentTextProps) {
  return (
    <article className="document" id={id} lang={lang} dir={lang === 'sv' ? 'ltr' : undefined}>
      {sections.map(({ heading, paragraphs }, index) => (
        <section key={index}>
          {heading ? <h2>{heading}</h2> : null}
          {paragraphs.map((paragraph, at) => (
            <p key={at}>{paragraph}</p>
          ))}
        </section>
      ))}
    </article>
  )
}
