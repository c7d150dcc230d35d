/**
 * Where quick exit leads. The weather: everybody has reason to look at it, it greets nobody by name, shows no
 * earlier searches and does not point to health, violence or social services as a care or news site could.
 * Also in form-action of the content policy, since browsers apply that to the redirect.
 */
export const quickExitAddress = 'https://www.smhi.se/'
