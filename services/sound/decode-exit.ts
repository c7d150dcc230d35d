/** Any other code is a fault of the machine or a decoder. */
export const DECODE_EXIT = { undecodable: 10, tooLong: 11, tooLarge: 12 } as const
