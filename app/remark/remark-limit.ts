/** Most characters of a remark, counted as PostgreSQL's char_length counts: by code point. */
export const longestRemark = 5000

export type RemarkFault = { fault: 'empty' } | { fault: 'tooLong'; typed: number }
