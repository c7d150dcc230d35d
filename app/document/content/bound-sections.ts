/** "7 § LVU" and "11 kap." are not parted from their numbers at the end of a line. */
export const boundSections = (text: string): string =>
  text.replace(/(\d(?: [a-z])?) (kap\.|§)/g, '$1\u00a0$2')
