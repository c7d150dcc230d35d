import { index, route, type RouteConfig } from '@remix-run/route-config'

const remark = 'routes/person/remark.tsx'

/** The whole site on one screen. Addresses are Swedish and stable: letters on paper name them. */
export default [
  index('routes/public/front.tsx'),
  route('logga-in', 'routes/public/sign-in.tsx'),
  route('tillganglighet', 'routes/public/accessibility.tsx'),
  route('sprak', 'routes/public/language.ts'),

  route('auth/start', 'routes/auth/start.tsx'),
  route('auth/callback', 'routes/auth/callback.tsx'),
  route('auth/kommun', 'routes/auth/municipality.tsx'),
  route('logga-ut', 'routes/auth/sign-out.ts'),
  route('lamna', 'routes/auth/quick-exit.ts'),
  route('sessionen', 'routes/auth/session.ts'),

  route('hem', 'routes/person/home.tsx'),
  route('arenden/:caseId', 'routes/person/case.tsx'),
  route('arenden/:caseId/anteckningar', 'routes/person/notes.tsx'),
  route('arenden/:caseId/anteckningar/:noteId', 'routes/person/note.tsx'),
  route('arenden/:caseId/anteckningar/:noteId/:remark', remark, { id: 'remark-on-note' }),
  route('arenden/:caseId/plan', 'routes/person/plan.tsx'),
  route('arenden/:caseId/dokument', 'routes/person/documents.tsx'),
  route('arenden/:caseId/dokument/:documentId', 'routes/person/document.tsx'),
  route('arenden/:caseId/dokument/:documentId/:remark', remark, { id: 'remark-on-document' }),
  route('arenden/:caseId/be-om-att-fa-lasa', remark, { id: 'access-request' }),
  route('arenden/:caseId/fragor', 'routes/person/threads.tsx'),
  route('arenden/:caseId/fragor/:threadId', 'routes/person/thread.tsx'),
  route('insyn', 'routes/person/access-log.tsx'),
  route('installningar', 'routes/person/settings.tsx'),

  route('handlaggare', 'routes/staff/today.tsx'),
  route('handlaggare/logga-in', 'routes/staff/sign-in.tsx'),
  route('handlaggare/arenden', 'routes/staff/cases.tsx'),
  route('handlaggare/arenden/:caseId', 'routes/staff/case.tsx'),
  route('handlaggare/arenden/:caseId/las-tillsammans/:personId', 'routes/staff/read-together.tsx'),
  route('handlaggare/anmarkningar/:remarkId', 'routes/staff/remark.tsx'),

  route('api/v1/openapi.json', 'routes/api/openapi.ts'),
  route('api/v1/batch', 'routes/api/batch.ts'),
  route('api/v1/recordings', 'routes/api/recordings.ts'),
  route('api/v1/:collection', 'routes/api/items.ts'),
  route('api/v1/:collection/:externalId', 'routes/api/state.ts'),
  route('api/v1/*', 'routes/api/missing.ts'),

  route('handlaggare/statistik', 'routes/staff/statistics.tsx'),
  route('handlaggare/statistik/export', 'routes/staff/statistics-csv.ts'),
] satisfies RouteConfig
