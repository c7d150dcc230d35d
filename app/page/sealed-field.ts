/** Field of a form that brings back what somebody else may not read (app/access/sealed-form.ts). */
export const sealedField = 'sealed'
