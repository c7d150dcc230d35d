export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  printableString: 0x13,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  constructed: 0x20,
} as const

/** The tag of a context-specific field: explicit and built of others, or implicit and plain. */
export const contextTag = (number: number) => 0xa0 | number
export const plainContextTag = (number: number) => 0x80 | number

const isMinimal = (content: Buffer) =>
  content.length > 0 &&
  !(content.length > 1 && (content[0] === 0 || content[0] === 0xff) && content[0] >> 7 === content[1]! >> 7)

const forms: Partial<Record<number, (content: Buffer) => boolean>> = {
  [tags.boolean]: (content) => content.length === 1 && (content[0] === 0 || content[0] === 0xff),
  [tags.integer]: isMinimal,
  [tags.enumerated]: isMinimal,
  [tags.bitString]: (content) =>
    content.length > 0 &&
    content[0]! < 8 &&
    (content[0] === 0 || (content.length > 1 && (content.at(-1)! & ((1 << content[0]!) - 1)) === 0)),
  [tags.null]: (content) => content.length === 0,
  [tags.oid]: isOid,
}

/** Whether a universal value stands in the one form that X.690 leaves it; what is of the context is its reader's. */
export function hasDerForm(tag: number, content: Buffer): boolean {
  if (tag >= 0x40) return true
  const isStructure = (tag & 0x1f) === 0x10 || (tag & 0x1f) === 0x11
  if (isStructure !== Boolean(tag & tags.constructed)) return false
  return forms[tag]?.(content) ?? tag !== 0
}

function isOid(content: Buffer): boolean {
  if (content.length === 0 || content.at(-1)! & 0x80) return false
  return content.every((byte, index) => byte !== 0x80 || (index > 0 && content[index - 1]! & 0x80))
}
