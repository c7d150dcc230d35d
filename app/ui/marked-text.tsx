import { createContext, useContext, type ReactNode } from 'react'

/** Where a word that is explained stands in its text. */
export type WordMark = { word: string; start: number; end: number }

/** By text. */
export type Marks = ReadonlyMap<string, readonly WordMark[]>

const MarksContext = createContext<Marks>(new Map())

export function WithMarks({ marks, children }: { marks: Marks; children: ReactNode }) {
  return <MarksContext.Provider value={marks}>{children}</MarksContext.Provider>
}

/** Of a word: where it is explained, and where it stands in the text. */
export const explainedAt = (word: string): string => `ord-${word}`
export const standsAt = (word: string): string => `i-texten-${word}`

type MarkedTextProps = {
  text: string
  /** The same, sign by sign, as it is printed. */
  shown?: string
}

/** A text whose hard words lead to what they mean. */
export function MarkedText({ text, shown = text }: MarkedTextProps) {
  const marks = useContext(MarksContext).get(text) ?? []
  return (
    <>
      {marks.map(({ word, start, end }, index) => (
        <MarkedWord key={word} word={word} before={shown.slice(marks[index - 1]?.end ?? 0, start)}>
          {shown.slice(start, end)}
        </MarkedWord>
      ))}
      {shown.slice(marks.at(-1)?.end ?? 0)}
    </>
  )
}

function MarkedWord({ word, before, children }: { word: string; before: string; children: string }) {
  return (
    <>
      {before}
      <a className="word" id={standsAt(word)} href={`#${explainedAt(word)}`}>
        {children}
      </a>
    </>
  )
}
