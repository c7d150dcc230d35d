/** In code points, as PostgreSQL's char_length counts. */
export const longestRemark = 5000
