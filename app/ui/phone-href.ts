/** Where a telephone link leads (RFC 3966): the figures, and the plus of an international number, without what is written between. */
export const phoneHref = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`
