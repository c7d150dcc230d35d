import { hash, randomBytes, sign, type KeyObject } from 'node:crypto'

export type SignatureText = {
  kind: 'Signing' | 'Identification'
  visibleText: Buffer
  hiddenData: Buffer
  serviceName: string
  /** What signs, and the certificates that are sent along: the person's, then those above it. */
  key: KeyObject
  certificates: readonly Buffer[]
  hash: 'sha256' | 'sha1'
}

const signatures = 'http://www.w3.org/2000/09/xmldsig#'
const types = 'http://www.bankid.com/signature/v1.0.0/types'
const c14n = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
const methods = {
  sha256: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  sha1: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
}

/** What BankID's app sends home: an XML signature of what was shown and hidden, by whom, and of the app. */
export function writeSignature(text: SignatureText): string {
  const signedData = writeSignedData(text)
  const certificates = text.certificates.map((bytes) => element('X509Certificate', base64(bytes)))
  const x509Data = element('X509Data', certificates.join(''))
  const keyInfo = element('KeyInfo', x509Data, ` xmlns="${signatures}" Id="bidKeyInfo"`)
  const signedInfo = element(
    'SignedInfo',
    [
      algorithm('CanonicalizationMethod', c14n),
      algorithm('SignatureMethod', methods[text.hash]),
      reference(` Type="${types}" URI="#bidSignedData"`, signedData),
      reference(' URI="#bidKeyInfo"', keyInfo),
    ].join(''),
    ` xmlns="${signatures}"`,
  )
  const value = element('SignatureValue', base64(sign(text.hash, Buffer.from(signedInfo), text.key)))
  const parts = [signedInfo, value, keyInfo, element('Object', signedData)]
  const prolog = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
  return prolog + element('Signature', parts.join(''), ` xmlns="${signatures}"`)
}

function writeSignedData(text: SignatureText): string {
  const { kind, visibleText, hiddenData, serviceName } = text
  const shown = element('usrVisibleData', base64(visibleText), ' charset="UTF-8" visible="wysiwys"')
  const hidden = element('usrNonVisibleData', base64(hiddenData))
  const service = [
    element('name', base64(serviceName)),
    element('nonce', base64(randomBytes(20))),
    element('displayName', base64('Mina sidor Test')),
  ]
  const app = element('env', element('ai', appInfo()))
  const client = [element('funcId', kind), element('version', base64('7.45.0')), app]
  const parts = [
    visibleText.length > 0 ? shown : '',
    hiddenData.length > 0 ? hidden : '',
    element('srvInfo', service.join('')),
    element('clientInfo', client.join('')),
  ]
  return element('bankIdSignedData', parts.join(''), ` xmlns="${types}" Id="bidSignedData"`)
}

function appInfo(): string {
  const policy = element('type', 'CertificatePolicies') + element('value', '1.2.3.4.25')
  return [
    element('type', base64('TEST')),
    element('deviceInfo', base64('Test')),
    element('uhi', base64(hash('sha1', 'test device', 'buffer'))),
    element('fsib', '0'),
    element('utb', 'cs1'),
    element('requirement', element('condition', policy)),
    element('uauth', 'pw'),
  ].join('')
}

function reference(attributes: string, signed: string): string {
  const transforms = element('Transforms', algorithm('Transform', c14n))
  const method = algorithm('DigestMethod', 'http://www.w3.org/2001/04/xmlenc#sha256')
  const digest = element('DigestValue', base64(hash('sha256', signed, 'buffer')))
  return element('Reference', transforms + method + digest, attributes)
}

function algorithm(name: string, uri: string): string {
  return element(name, '', ` Algorithm="${uri}"`)
}

function element(name: string, content: string, attributes = ''): string {
  return `<${name}${attributes}>${content}</${name}>`
}

function base64(content: Buffer | string): string {
  return Buffer.from(content).toString('base64')
}
