/** In code points. The same as in signature_request. */
export const longestDecline = 2000
