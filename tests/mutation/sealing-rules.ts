import { inPolicy, type Rule } from './rule.ts'

const who = 'tests/secrecy/sealed-package.test.ts'
const jobs = 'services/worker/signing/sealing.test.ts'
const stamps = 'app/signing/seal/stamp-seal.test.ts'
const settings = 'services/worker/signing/seal-settings.test.ts'

export const sealingRules: readonly Rule[] = [
  ...inPolicy('package-rules', [
    [
      'a sealed file begins with its document',
      'is distinct from document',
      'is distinct from new.bytes and false',
      who,
    ],
    [
      'a seal is stamped once',
      'old.stamped_at is null and new.stamped_at is not null',
      'new.stamped_at is not null',
      who,
    ],
    [
      'a stamp adds nothing to the file',
      '\n          and octet_length(new.bytes) = octet_length(old.bytes)',
      '',
      who,
    ],
    [
      'a renewal changes nothing of what there is',
      '\n          and substring(new.bytes for octet_length(old.bytes)) = old.bytes',
      '',
      who,
    ],
    [
      'the log tells whom it is about that the document was read',
      "('fetchedPackage'), ('readDocument')",
      "('fetchedPackage')",
      who,
    ],
  ]),
  ...inPolicy('person/package', [
    ['a person fetches their own signature alone', 'from person_package q\n', 'from sealed_package q\n', who],
    ['what a person fetches is logged', '  perform log_fetched_package(r);\n', '', who],
  ]),
  ...inPolicy('staff/package', [
    [
      'staff see sealed files of their cases alone',
      `
         and exists (select from signature_request r where r.municipality_id = sealed_package.municipality_id
                        and r.id = sealed_package.request_id)`,
      '',
      who,
    ],
    [
      'staff fetch sealed files of their cases alone',
      'signature_request := staff_request_for_update(of_request)',
      'signature_request := (select x from signature_request x where x.id = of_request)',
      who,
    ],
    ['what staff fetch is logged', '  perform log_fetched_package(r);\n', '', who],
  ]),
  {
    rule: 'whoever stamps stamps and does nothing else',
    file: 'app/signing/verifier/time-stamp.ts',
    text: 'extendedKeyUsage.join() !== purpose',
    without: '!extendedKeyUsage.includes(purpose)',
    tests: [stamps],
  },
  {
    rule: 'that a certificate is for stamps is said so that nobody overlooks it',
    file: 'app/signing/verifier/time-stamp.ts',
    text: "  if (!isPurposeCritical) refuse('time-stamp-purpose-critical')\n",
    without: '',
    tests: [stamps],
  },
  {
    rule: 'a signature is sent to be sealed where it is recorded',
    file: 'app/signing/evidence/judge-answer.ts',
    text: "if (!rule) await sendJob(tx, 'seal-signature',",
    without: "if (!rule && !found) await sendJob(tx, 'seal-signature',",
    tests: [jobs],
  },
  {
    rule: 'what failed for good waits for an operator',
    file: 'services/worker/signing/send-left-over.ts',
    text: ' or j.name = ${deadLetters} and j.source_name = ${queue}',
    without: '',
    tests: [jobs],
  },
  {
    rule: 'nothing is sealed with a key whose time is over',
    file: 'services/worker/signing/seal-signature.ts',
    text: '  checkSealKeyAt(key, new Date())\n',
    without: '',
    tests: [jobs],
  },
  {
    rule: 'production seals with no key of a test',
    file: 'services/worker/signing/seal-settings.ts',
    text: 'if (production && isTestSealKey(key))',
    without: 'if (production && !isTestSealKey(key))',
    tests: [settings],
  },
]
