/**
 * A weather site: everybody has reason to visit it, it greets nobody by name, shows no earlier searches and does not
 * point to health, violence or social services. Also listed in form-action, which browsers apply to the redirect.
 */
export const quickExitAddress = 'https://www.smhi.se/'
