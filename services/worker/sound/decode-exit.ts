/** How the decoding process tells its outcome; any other end is a fault of the machine. */
export const DECODE_EXIT = { undecodable: 10, tooLong: 11, tooLarge: 12 } as const
