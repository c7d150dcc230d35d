/** In code points, as case_line has it: a line, not a letter. */
export const longestLine = 600
