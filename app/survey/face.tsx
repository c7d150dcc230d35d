import type { Face as FaceName } from './instrument'

/** One ink for all: no face is drawn as the wrong one. Its word stands beside it. */
export function Face({ name }: { name: FaceName }) {
  return (
    <svg
      className="survey-face"
      width="48"
      height="48"
      viewBox="0 0 48 48"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="24" cy="24" r="21" />
      <circle cx="17" cy="20" r="2.5" fill="currentColor" stroke="none" />
      <circle cx="31" cy="20" r="2.5" fill="currentColor" stroke="none" />
      <path d={mouths[name]} fill={name === 'veryGood' ? 'currentColor' : 'none'} />
    </svg>
  )
}

const mouths: Record<FaceName, string> = {
  veryGood: 'M13 28 H35 C33.5 38.5 14.5 38.5 13 28 Z',
  good: 'M15 29 C19 35.5 29 35.5 33 29',
  notSoGood: 'M17 33.5 C20.5 31 27.5 31 31 33.5',
  notGoodAtAll: 'M14 36.5 C17.5 27 30.5 27 34 36.5',
}
