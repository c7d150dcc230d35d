/** Exit codes of the decoding process. Any other is a fault of the machine or of a decoder. */
export const DECODE_EXIT = { undecodable: 10, tooLong: 11, tooLarge: 12 } as const
