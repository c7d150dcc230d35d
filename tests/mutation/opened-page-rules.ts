import { inPolicy, type Rule } from './rule.ts'

const pages = 'tests/secrecy/opened-pages.test.ts'

const logOf = (action: string, column: string) =>
  `    insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, ${column})
      values (c.municipality_id, c.moment, 'person', c.person_id, '${action}', of_case, of_${column.replace('_id', '')});\n`

const inItsCase = 'from addressed_case a where a.case_id = of_case;'
const inAnyCase = 'from addressed_case a;'

/** Of the pages that are opened and written as read in one question. */
export const openedPageRules: readonly Rule[] = [
  ...inPolicy('person/note-page', [
    ['opening the page of a note is written in the log', logOf('readNote', 'note_id'), '', pages],
    ['the page of a note stands in a case that is open to the reader', inItsCase, inAnyCase, pages],
  ]),
  ...inPolicy('person/document-page', [
    ['opening the page of a document is written in the log', logOf('readDocument', 'document_id'), '', pages],
    ['the page of a document stands in a case that is open to the reader', inItsCase, inAnyCase, pages],
  ]),
]
