/** Longer texts are somebody's own. */
const MOST_WORDS = 9

/** Subtitle credits from the training data; only markers are matched, since the wording varies. */
const CREDITS = [
  /\bsv[ae]nsktextning/,
  /\btextning\.nu\b/,
  /\bundertext(?:er|ning|ad)?\s+(?:från|av|till|:)/,
  /\bamara\.org/,
  /^(?:svensk )?textning\s*:/,
  /^textning (?:av )?(?:stina hedin|bti|svt|sdi|vsi)/,
  /\b(?:bti studios|sdi media|btistudios)\b/,
  /^text\s*:\s*vsi\b/,
  /^översättning\s*:/,
]
const OUTROS = [
  /^tack (?:så mycket |ska ni ha )?för (?:att|er) (?:ni |du )?(?:har )?(?:tittat|tittade|lyssnat|lyssnade|kom|kommit)/,
  /^tack för (?:mig|idag|i dag|uppmärksamheten)$/,
  /^glöm inte (?:bort )?att prenumerera/,
  /^prenumerera på /,
  /^vi ses i nästa (?:video|avsnitt|program)/,
  /^(?:musik|applåder|skratt)$/,
]
/** Sounds: no more than two words in square brackets. */
const TAG =
  /^(?:[\s.…♪♫*-]|\[[^\]\s]*(?:\s[^\]\s]*)?\]|\((?:musik|applåder|skratt|tystnad|ohörbart|music|applause)[^)\s]*\))*$/iu

export const isTag = (text: string): boolean => TAG.test(text.trim())

export const isCredit = (text: string): boolean => isShortAndLike(text, CREDITS)

export const isOutro = (text: string): boolean => isShortAndLike(text, OUTROS)

function isShortAndLike(text: string, patterns: readonly RegExp[]): boolean {
  const words = plain(text)
  return words.split(' ').length <= MOST_WORDS && patterns.some((pattern) => pattern.test(words))
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[!?,"”]|\.(?=\s|$)/g, '')
    .trim()
}
