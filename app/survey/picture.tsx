import type { PictureName } from './instrument'

/** Helps whoever reads little. The words beside it say the same. */
export function Picture({ name }: { name: PictureName }) {
  return (
    <svg
      className="survey-picture"
      width="56"
      height="56"
      viewBox="0 0 56 56"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={strokes[name]} />
    </svg>
  )
}

const strokes: Record<PictureName, string> = {
  talk: 'M6 10 H34 V28 H18 L10 35 V28 H6 Z M40 20 H50 V38 H46 V45 L38 38 H24 V34',
  paper: 'M14 6 H34 L44 16 V50 H14 Z M34 6 V16 H44 M21 25 H37 M21 33 H37 M21 41 H31',
  ear: 'M18 22 C18 4 42 4 42 22 C42 31 34 32 33 40 C32 48 22 50 19 42 M25 22 C25 13 35 13 35 22 C35 27 29 26 29 32',
  speech: 'M8 10 H48 V36 H28 L16 47 V36 H8 Z M20 23 H20.1 M28 23 H28.1 M36 23 H36.1',
  choose: 'M8 10 H22 V24 H8 Z M8 32 H22 V46 H8 Z M11 39 L14 43 L25 29 M30 17 H48 M30 39 H48',
  better: 'M6 48 H18 V38 H30 V28 H42 V18 H50 M12 26 L34 7 M22 6 L34.5 6.5 L34 18',
  house: 'M6 28 L28 8 L50 28 M12 24 V48 H44 V24 M23 48 V34 H33 V48',
  book: 'M28 15 C22 9 12 9 6 12 V44 C12 41 22 41 28 47 C34 41 44 41 50 44 V12 C44 9 34 9 28 15 Z M28 15 V47',
  friends:
    'M18 24 A7 7 0 1 0 18 10 A7 7 0 1 0 18 24 M38 24 A7 7 0 1 0 38 10 A7 7 0 1 0 38 24 M5 47 C5 27 31 27 31 47 Z M34 33 C43 30 51 36 51 47 H37',
  heart: 'M28 48 C-8 26 14 0 28 16 C42 0 64 26 28 48 Z',
  phone: 'M18 5 H38 V51 H18 Z M18 13 H38 M18 42 H38 M28 46.5 H28.1',
  pencil: 'M10 46 L13 34 L37 10 L46 19 L22 43 Z M32 15 L41 24 M13 34 L22 43',
}
