/**
 * What a BankID signature looks like, to the byte: the order and form in BankID's signature profile. It is a form that
 * is its own canonical one (Canonical XML 1.0), since each part that is signed names its own namespace.
 */
export type Element = {
  readonly name: string
  /** Its start as it is written. */
  readonly start: string
  readonly content: readonly Element[] | Content
  readonly atLeast: number
  readonly atMost: number
}
export type Grammar = { prolog: string; root: Element; ids: number }
/** Text that stands in an element: base64 of bytes, or what the pattern matches whole. */
type Content = 'base64' | RegExp

const signatures = 'http://www.w3.org/2000/09/xmldsig#'
const types = 'http://www.bankid.com/signature/v1.0.0/types'
const c14n = { Algorithm: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315' }
const rsaSha256 = { Algorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256' }
const sha256 = { Algorithm: 'http://www.w3.org/2001/04/xmlenc#sha256' }
const word = /[\w.:-]{0,200}/
const someText = { charset: 'UTF-8', visible: 'wysiwys' }

const root = element('Signature', { xmlns: signatures }, [
  element('SignedInfo', { xmlns: signatures }, [
    element('CanonicalizationMethod', c14n, []),
    element('SignatureMethod', rsaSha256, []),
    reference({ Type: types, URI: '#bidSignedData' }),
    reference({ URI: '#bidKeyInfo' }),
  ]),
  element('SignatureValue', {}, 'base64'),
  element('KeyInfo', { xmlns: signatures, Id: 'bidKeyInfo' }, [
    element('X509Data', {}, [{ ...element('X509Certificate', {}, 'base64'), atMost: 3 }]),
  ]),
  element('Object', {}, [
    element('bankIdSignedData', { xmlns: types, Id: 'bidSignedData' }, [
      perhaps(element('usrVisibleData', someText, 'base64')),
      perhaps(element('usrNonVisibleData', {}, 'base64')),
      element('srvInfo', {}, [
        element('name', {}, 'base64'),
        element('nonce', {}, 'base64'),
        perhaps(element('displayName', {}, 'base64')),
      ]),
      element('clientInfo', {}, [
        element('funcId', {}, word),
        element('version', {}, 'base64'),
        element('env', {}, [element('ai', {}, appInfo())]),
      ]),
    ]),
  ]),
])

export const bankIdGrammar: Grammar = {
  prolog: '<?xml version="1.0" encoding="UTF-8" standalone="no"?>',
  root,
  ids: 2,
}

// What is said of the app grew over the years; all of it is signed, none of it is judged.
function appInfo(): Element[] {
  const condition = element('condition', {}, [element('type', {}, word), element('value', {}, word)])
  return [
    element('type', {}, 'base64'),
    element('deviceInfo', {}, 'base64'),
    element('uhi', {}, 'base64'),
    perhaps(element('fsib', {}, word)),
    perhaps(element('utb', {}, word)),
    perhaps(element('requirement', {}, [{ ...condition, atMost: 10 }])),
    perhaps(element('uauth', {}, word)),
    perhaps(element('token', {}, /[\w.:+/=-]{0,2000}/)),
  ]
}

function reference(attributes: Record<string, string>): Element {
  return element('Reference', attributes, [
    element('Transforms', {}, [element('Transform', c14n, [])]),
    element('DigestMethod', sha256, []),
    element('DigestValue', {}, 'base64'),
  ])
}

function element(name: string, attributes: Record<string, string>, content: Element['content']): Element {
  const written = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${value}"`)
  return { name, start: `<${name}${written.join('')}>`, content, atLeast: 1, atMost: 1 }
}

function perhaps(element: Element): Element {
  return { ...element, atLeast: 0 }
}
