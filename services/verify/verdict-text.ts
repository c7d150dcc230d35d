import type { Finding, PackageVerdict } from '../../app/signing/verifier/package.ts'

const claims: Record<Finding['part'], [holds: string, fails: string]> = {
  file: [
    'the file ends with its last signature, which covers all of it',
    'the file is no package of ours, or something was changed or added in it',
  ],
  contents: [
    'every part is the one on the list of contents',
    'the parts are not those on the list of contents',
  ],
  seal: ['the seal covers everything', 'the seal does not hold'],
  'time-stamp': ['the time of the seal is vouched for', 'the time stamp of the seal does not hold'],
  renewal: ['a later time stamp covers the whole package', 'a later time stamp does not hold'],
  document: ['the document is unchanged, byte for byte', 'the document is not the one that was sealed'],
  signature: [
    'a signature with BankID is of the document that the list of contents names',
    'a signature with BankID does not hold',
  ],
}

/** A verdict in plain words, a line each. Personal numbers stay in the file. */
export function verdictText(verdict: PackageVerdict): string {
  const { findings, sealedBy, stampedAt, renewedAt, document, signatures, verifier } = verdict
  const facts = [
    ...(document ? [`document    ${document.bytes} bytes, SHA-256 ${document.sha256}`] : []),
    ...(sealedBy ? [`sealed by   ${sealedBy}`] : []),
    ...(stampedAt ? [`stamped     ${stampedAt.toISOString()}`] : []),
    ...renewedAt.map((at) => `renewed     ${at.toISOString()}`),
    ...signatures.map(
      ({ at, name, act, visibleText }) =>
        `signed      ${at.toISOString()}  ${name}, ${act ?? 'act not told'}  ${JSON.stringify(visibleText)}`,
    ),
  ]
  return [
    verdict.holds ? 'HOLDS' : 'DOES NOT HOLD',
    ...findings.map(({ part, rule }) =>
      rule ? `no   ${claims[part][1]} (${rule})` : `yes  ${claims[part][0]}`,
    ),
    ...facts,
    `judged by   ${verifier}`,
  ].join('\n')
}
