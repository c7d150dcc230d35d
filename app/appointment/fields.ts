// Names of the form's fields, as they are drawn and as they are read.

/** Ticks of one person: what they are told beside the time. */
export const placeField = (personId: string) => `place-${personId}`
export const othersField = (personId: string) => `others-${personId}`
export const otherField = (part: 'name' | 'role', index: number) => `${part}-${index}`
