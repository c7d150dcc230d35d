// "en" and "ett" alone are usually articles.
const numberWord =
  /^(?!(?:en|ett)$)(?:noll|nolla|en|ett|etta|två|tvåa|tre|trea|fyra|fem|femma|sex|sexa|sju|sjua|åtta|nio|nia|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton|tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio|hundra|tusen)+$/

/** "7", "14.40" and "tjugofem". */
export function isNumeral(word: string): boolean {
  return /\p{N}/u.test(word) || numberWord.test(word.toLowerCase().replace(/[^\p{L}]/gu, ''))
}
