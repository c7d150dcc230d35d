import { inPolicy, testsOf, type Rule } from './rule.ts'

const drafts = 'tests/secrecy/document-drafts.test.ts'
const uploads = 'tests/secrecy/uploaded-document.test.ts'
const seen = 'tests/secrecy/who-sees-what.test.ts'

/** What looks inside a file from outside: its rule, what stands there, what is left without it. */
const looking = (
  file: string,
  rules: readonly (readonly [rule: string, text: string, without: string])[],
): Rule[] =>
  rules.map(([rule, text, without]) => ({
    rule: `of a file from outside: ${rule}`,
    file: `app/document/upload/${file}.ts`,
    text,
    without,
    tests: ['app/document/upload/inspect-upload.test.ts'],
  }))

export const documentRules: readonly Rule[] = [
  ...inPolicy('staff/freeze-document', [
    [
      'a document is frozen at the revision that was looked at',
      ' or d.revision <> at_revision then return null',
      ' then return null',
      drafts,
    ],
    [
      'nothing is frozen while a reader is undecided',
      'if has_undecided_reader(x.municipality_id, x.case_id, x.id, x.id, document_draft_shown(d, x)) then',
      'if false then',
      drafts,
    ],
    ['nothing is frozen that is not whole', 'if d.content is null or made_at', 'if made_at', drafts],
    ['an upload is frozen as it came', 'coalesce(d.uploaded, file)', 'file', uploads],
    [
      'what was frozen is no draft any more',
      '  delete from document_draft where municipality_id = d.municipality_id and document_id = d.document_id;\n',
      '',
      drafts,
    ],
  ]),
  ...inPolicy('staff/upload', [
    [
      'a file is uploaded to a case of one’s own',
      'from staff_open_case o where o.case_id = of_case',
      'from (select municipality_id, id as case_id from case_file) o where o.case_id = of_case',
      uploads,
    ],
    [
      'an upload that is a draft is read by who uploaded it',
      'select d.uploaded from staff_document_draft o\n    join document_draft d on d.municipality_id = o.municipality_id and d.document_id = o.document_id\n   where',
      'select o.uploaded from document_draft o where',
      uploads,
    ],
  ]),
  ...inPolicy('staff/document', [
    [
      'staff see documents of their cases alone',
      ' and case_id = any ((select staff_case_ids())::uuid[]));',
      ');',
      testsOf.cases,
    ],
    [
      'staff read documents of their cases alone',
      'from document d join staff_open_case o on o.municipality_id = d.municipality_id and o.case_id = d.case_id\n     where',
      'from document d where',
      testsOf.readings,
    ],
    [
      'staff open files of documents of their cases alone',
      '    join staff_open_case o on o.municipality_id = d.municipality_id and o.case_id = d.case_id\n    join document_version',
      '    join document_version',
      testsOf.readings,
    ],
  ]),
  ...inPolicy('person/document', [
    [
      'a document is a reader’s as far as was decided',
      "where d.level in ('full', 'partial', 'title') and",
      'where',
      testsOf.dates,
    ],
    ['a text is read by whoever may read all of it', "where n.level = 'full'\n", 'where true\n', seen],
  ]),
  ...inPolicy('person/signature', [
    [
      'the bytes are for whoever may read all of it',
      " and d.level = 'full' and version_is",
      ' and version_is',
      uploads,
    ],
  ]),
  ...looking('look-inside', [
    [
      'it is a PDF from its first byte to its last',
      "  if (!isPdf(bytes)) throw new UploadRefusal('notPdf')\n",
      '',
    ],
    ['nobody needs a password', "  if (pdf.isEncrypted) throw new UploadRefusal('encrypted')\n", ''],
    ['it is no form', "(form?.getArray('Fields', find)?.length ?? 0) > 0", 'form === null'],
    ['there is a page', "  if (pages === 0) throw new UploadRefusal('noPages')\n", ''],
    ['objects that no page uses are looked at too', 'number <= last', 'number <= 4'],
    [
      'it is no larger than can be kept',
      "  if (bytes.length > mostUploadBytes) throw new UploadRefusal('tooLarge')\n",
      '',
    ],
  ]),
  ...looking('inspect-upload', [
    ['two are looked into at once', 'atOnce: 2', 'atOnce: 12'],
    ['a line that is full is said to be', "  if (line.isFull) throw new UploadRefusal('busy')\n", ''],
  ]),
  ...looking('active-content', [
    ['it holds no script', "  JS: 'script',\n", ''],
    ['it starts no program', "  Launch: 'action',\n", ''],
    ['nothing happens when its page turns', "  AA: 'action',\n", ''],
    ['no file lies inside it', "  EmbeddedFiles: 'embeddedFile',\n", ''],
    ['no file is pinned to a page', "  FileAttachment: 'embeddedFile',\n", ''],
    ['its links lead to the web or to a letter', 'opensElsewhere(dict, find) || ', ''],
    ['what it shows lies in it', ' || isElsewhere(dict, find)', ''],
    ['what lies deep is looked at', '    for (const [, inner] of next) left.push(inner)\n', ''],
  ]),
]
