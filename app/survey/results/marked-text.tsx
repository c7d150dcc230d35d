import type { Mark } from './mark'

/** The words as they were written, with what may point somebody out marked. */
export function MarkedText({ words, marks }: { words: string; marks: readonly Mark[] }) {
  const ends = [0, ...marks.map(({ end }) => end)]
  return (
    <p className="own-said" dir="auto">
      {marks.map(({ start, end }, place) => (
        <span key={start}>
          {words.slice(ends[place], start)}
          <mark>{words.slice(start, end)}</mark>
        </span>
      ))}
      {words.slice(ends.at(-1))}
    </p>
  )
}
