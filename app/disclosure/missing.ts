/** Something that must be done before a text can be signed, and where. */
export type Missing = { what: string; count: number; href: string; name?: string }
