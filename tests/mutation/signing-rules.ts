import type { Rule } from './rule.ts'

const verifier = 'app/signing/verifier'
const testOf = (subject: string) => `${verifier}/${subject}.test.ts`
const [signature, ocsp, path, der] = ['bankid-signature', 'ocsp', 'certificate-path', 'der'].map(testOf)
const fuzz = testOf('bankid-fuzz')
const revocation = testOf('revocation')

const inVerifier = (
  file: string,
  test: string | undefined,
  rules: readonly (readonly [rule: string, text: string, without: string])[],
): Rule[] =>
  rules.map(([rule, text, without]) => ({
    rule,
    file: `${verifier}/${file}.ts`,
    text,
    without,
    tests: [test!],
  }))

export const signingRules: readonly Rule[] = [
  ...inVerifier('time-stamp', 'app/signing/seal/kept-token.test.ts', [
    ['a time stamp is written in its one form', '!timeStampToken(parts).equals(token)', 'parts === null'],
  ]),
  ...inVerifier('base64', signature, [
    ['base64 is read in its one form', " || bytes.toString('base64') !== text", ''],
    ['what is too large is not read', 'text.length > longest', 'text.length < 0'],
  ]),
  ...inVerifier('closed-xml', signature, [
    ['a document type is refused', '/<!DOCTYPE/i', '/(?!)/'],
    ['an Id stands once', '.length > ids', '.length < 0'],
    ['a document ends with its root', 'found!.source.length !== document.length', 'found!.source.length < 0'],
    ['base64 in a document is in its one form', "toString('base64') === text", "toString('base64') !== ''"],
  ]),
  ...inVerifier('closed-xml', fuzz, [
    ['an element ends where its content does', 'if (!document.startsWith(end, after))', 'if (after < 0)'],
  ]),
  ...inVerifier('bankid-signature', signature, [
    [
      'what is signed has the digest that is signed',
      "'buffer').equals(digest))",
      "'buffer').equals(digest) && index > 1)",
    ],
    [
      'the digests are signed with the key of the leaf',
      'if (!isSignedWith(leaf, found))',
      'if (!isSignedWith(leaf, found) && chain.length < 0)',
    ],
    ['an identification is no signature', "!== 'Signing'", "=== ''"],
    [
      'a signature is for the service that asked',
      'if (!name.equals(Buffer.from(serviceName)))',
      "if (serviceName === '')",
    ],
    [
      'the signer is the one expected',
      'if (idNumberOf(leaf) !== expected.signer)',
      'if (idNumberOf(leaf) === "")',
    ],
    [
      'the text is the one that was shown',
      '.equals(visibleText)',
      '.equals(visibleText) && visibleText.length < 0',
    ],
    [
      'the hidden data is what was sent',
      '.equals(hiddenData)',
      '.equals(hiddenData) && hiddenData.length < 0',
    ],
    [
      'an answer about the certificate belongs to its signature',
      "equals(hash('sha1', signature, 'buffer'))",
      "equals(hash('sha1', signature, 'buffer')) || true",
    ],
  ]),
  ...inVerifier('ocsp', ocsp, [
    [
      'a responder is of the issuer',
      'if (!isIssuedBy(signer, issuer))',
      'if (!isIssuedBy(signer, issuer) && !signer)',
    ],
    ['a responder has the right to answer', '!isForOcsp || ', ''],
    ['a responder is one that is not asked about itself', ' || !hasNoCheck', ''],
    ['a responder’s key may sign', " || !keyUsage.has('digitalSignature')", ''],
    [
      'a responder is valid when it answers',
      'if (!isValidAt(signer, producedAt))',
      'if (!isValidAt(signer, producedAt) && !signer)',
    ],
    [
      'a responder is the one that is named',
      'if (!isNamed(response, signer))',
      'if (!isNamed(response, signer) && !signer)',
    ],
    [
      'an answer is signed',
      'if (!isSignedBy(signer.key, algorithm, signed, signature))',
      'if (!isSignedBy(signer.key, algorithm, signed, signature) && !signer)',
    ],
    ['an answer is about the certificate', 'certificateId.serialNumber.equals(leaf.serialNumber)', 'true'],
    [
      'an answer is about the issuer’s certificate',
      'certificateId.issuerKey.equals(hashOf(name, issuer.keyBytes))',
      'true',
    ],
    [
      'an answer is about a certificate of the issuer’s name',
      'certificateId.issuerName.equals(hashOf(name, issuer.subject))',
      'true',
    ],
    ['an answer says good', "if (response.status !== 'good')", "if (response.status === 'unknown')"],
    ['an answer is made at the moment', '!isNear(producedAt) || ', ''],
    ['an answer says what is known at the moment', '!isNear(thisUpdate) || ', ''],
    ['an answer has not ended', '(nextUpdate && nextUpdate < at)', 'false'],
    ['an answer bears the nonce', ' || !isNonce(value.content)', ''],
    ['nothing critical is passed over', 'isCritical && id !== nonceId', 'isCritical && id === nonceId'],
  ]),
  ...inVerifier('revocation', revocation, [
    [
      'what was told is about a certificate of the chain',
      "issued.find((each) => isAbout(response, each)) ?? refuse('certificate')",
      'issued[0]!',
    ],
    ['what was told is judged as any answer', 'checkAnswer(response, about)', 'void [checkAnswer, about]'],
    [
      'an answer was given before the renewal',
      'if (isAfter(producedAt, at))',
      'if (isAfter(producedAt, at) && !about)',
    ],
    ['what was told was known then', 'isAfter(from, at) || ', ''],
    ['what was told had not ended', ' || isAfter(at, end)', ''],
    [
      'who names no end was asked at the moment',
      'new Date(from.getTime() + nearInMs)',
      'new Date(from.getTime() + nearInMs * 1000)',
    ],
    [
      'a list is of an issuer in the chain',
      'issued.filter(({ issuer }) => issuer.subject.equals(list.issuer))',
      'issued.filter(() => true)',
    ],
    [
      'a list is signed',
      'if (!isSignedBy(issuer.key, list.algorithm, list.signed, list.signature))',
      'if (!isSignedBy(issuer.key, list.algorithm, list.signed, list.signature) && !issuer)',
    ],
    [
      'a list tells all',
      'list.extensions.some(({ isCritical }) => isCritical)',
      'list.extensions.length < 0',
    ],
    [
      'a certificate is not on the list',
      'about.some(({ leaf }) => isListed(leaf, list))',
      'about.length < 0',
    ],
  ]),
  ...inVerifier('revocation-list', revocation, [
    ['a list ends with its last field', '  fields.end()\n  const read', '  const read'],
  ]),
  ...inVerifier('renewal', revocation, [
    [
      'a store of validation data holds what it may hold',
      '![...entries.keys()].every(isKnown)',
      'entries.size < 0',
    ],
    ['a store says what it is', ` || textIn(entries, 'Type') !== '/"DSS"'`, ''],
    ['a store keeps what it had', 'before.join() !== kept.join()', 'before.length < 0'],
  ]),
  ...inVerifier('certificate-path', path, [
    [
      'a path ends at a pinned root',
      'root.subject.equals(top.issuer) && isIssuedBy(top, root)',
      'root.subject.equals(top.issuer)',
    ],
    [
      'certificates are valid at the moment',
      'if (!isValidAt(certificate, at))',
      'if (!isValidAt(certificate, at) && index < 0)',
    ],
    ['only an authority issues', 'return isAuthority && ', 'return '],
    ['an authority’s key may sign certificates', " && keyUsage.has('keyCertSign')", ' || keyUsage.size < 0'],
    ['a path is no longer than an authority allows', ' || issuer.pathLength < index', ''],
    ['each certificate is by the next one', '!isIssuedBy(certificate, issuer)', '!issuer'],
  ]),
  ...inVerifier('bankid-certificate', path, [
    ['a BankID’s key commits to what it signs', " || !leaf.keyUsage.has('nonRepudiation')", ''],
    [
      'a BankID is under a policy',
      'if (!leaf.policies.some((policy) => accepted.includes(policy)))',
      'if (accepted.length === 0)',
    ],
    ['a certificate names one number', 'more.length > 0', 'more.length < 0'],
  ]),
  ...inVerifier('test-root', path, [
    [
      'test roots are refused in production',
      'roots.some(isTestRoot)',
      'roots.length === 0 && roots.some(isTestRoot)',
    ],
  ]),
  ...inVerifier('extension-list', path, [
    ['an extension stands once', 'size !== extensions.length', 'size < 0'],
  ]),
  ...inVerifier('certificate-extensions', path, [
    ['nothing critical in a certificate is passed over', "else if (isCritical) refuse('extension')", ''],
  ]),
  ...inVerifier('signature-algorithm', path, [
    ['a key is long enough', 'modulusLength >= 2048', 'modulusLength >= 0'],
  ]),
  ...inVerifier('der', der, [
    ['nothing stands after a value', 'value.end !== bytes.length', 'value.end < 0'],
    ['a length is in its shortest form', '(length < 0x80 || bytes[offset + 2] === 0)', 'length < 0'],
    [
      'a set is in order',
      'value.tag === tags.set && !isSorted(children)',
      'value.tag < 0 && !isSorted(children)',
    ],
  ]),
  ...inVerifier('der-form', der, [
    [
      'values are in their one form',
      'return forms[tag]?.(content) ?? tag !== 0',
      'return true || Boolean(forms[tag]?.(content))',
    ],
  ]),
]
