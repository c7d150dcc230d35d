/** Field of every form of a signed-in page, and header of every post by script: whom the page was drawn for. */
export const holderField = 'holder'
export const holderHeader = 'X-Form-Holder'
