/**
 * Every address of the pages and what they send to, as links, forms and redirects write it. app/routes.ts says what
 * answers there. Ids go into addresses as they are: they are uuids, or keys of ours.
 */
export const publicAt = {
  front: '/',
  signIn: '/logga-in',
  accessibility: '/tillganglighet',
  check: '/kontrollera',
  language: '/sprak',
  signOut: '/logga-ut',
  /** The front page, to one who has just left. */
  signedOut: '/?utloggad=1',
  quickExit: '/lamna',
  session: '/sessionen',
} as const

/** Answering the survey: a code, and nobody signed in. */
export const surveyAt = {
  enter: '/enkat',
  begin: (code: string) => `/enkat/${code}`,
  item: (code: string, itemId: string) => `/enkat/${code}/fraga/${itemId}`,
  send: (code: string) => `/enkat/${code}/skicka`,
  thanks: '/enkat/tack',
  /** A waiting room's tablet: asks for the next code. */
  tablet: '/enkat/surfplatta',
  /** The same, after it has forgotten whoever was here. */
  next: '/enkat/surfplatta?ny=1',
  /** As the one before, and what was answered is sent. */
  sent: '/enkat/surfplatta?ny=1&tack=1',
} as const

/** A child reads together with staff: a code, and nobody signed in. */
export const togetherAt = {
  enter: '/las-tillsammans',
  /** The same, after all is closed. */
  closed: '/las-tillsammans?klart=1',
  begin: '/las-tillsammans/nu',
  pause: '/las-tillsammans/paus',
  finish: '/las-tillsammans/klart',
  item: (position: number) => `/las-tillsammans/${position}`,
} as const

export const identificationAt = {
  start: '/auth/start',
  callback: '/auth/callback',
  municipality: '/auth/kommun',
} as const

/** What is said about a note or a document, as its address ends. */
export type RemarkSlug = 'stammer-inte' | 'kommentar' | 'be-om-att-fa-lasa'

/** What became of a follow-up, as its form's address says. */
export type FollowUpSlug = 'hallen' | 'flyttad' | 'installd'

export const personAt = {
  home: '/hem',
  accessLog: '/insyn',
  /** What they have read themselves, all of it. */
  ownAccessLog: '/insyn?visa=egna',
  settings: '/installningar',
  notices: '/installningar/aviseringar',
  /** What was just done, and to which address. */
  noticesDone: (done: string) => `/installningar/aviseringar?klart=${done}`,
  surveyResults: '/enkater/resultat',
  case: (caseId: string) => `/arenden/${caseId}`,
  notes: (caseId: string) => `/arenden/${caseId}/anteckningar`,
  note: (caseId: string, noteId: string) => `/arenden/${caseId}/anteckningar/${noteId}`,
  remarkOnNote: (caseId: string, noteId: string, remark: RemarkSlug) =>
    `/arenden/${caseId}/anteckningar/${noteId}/${remark}`,
  plan: (caseId: string) => `/arenden/${caseId}/plan`,
  documents: (caseId: string) => `/arenden/${caseId}/dokument`,
  document: (caseId: string, documentId: string) => `/arenden/${caseId}/dokument/${documentId}`,
  remarkOnDocument: (caseId: string, documentId: string, remark: RemarkSlug) =>
    `/arenden/${caseId}/dokument/${documentId}/${remark}`,
  documentFile: (caseId: string, documentId: string) => `/arenden/${caseId}/dokument/${documentId}/fil`,
  sign: (caseId: string, documentId: string) => `/arenden/${caseId}/dokument/${documentId}/skriv-under`,
  package: (caseId: string, documentId: string) => `/arenden/${caseId}/dokument/${documentId}/kvitto`,
  /** Of one of several signatures. */
  packageOf: (caseId: string, documentId: string, requestId: string) =>
    `/arenden/${caseId}/dokument/${documentId}/kvitto?fraga=${requestId}`,
  /** One of several requests of a document. */
  signRequest: (caseId: string, documentId: string, requestId: string) =>
    `/arenden/${caseId}/dokument/${documentId}/skriv-under?fraga=${requestId}`,
  /** Of one version, by its receipt. */
  appeal: (caseId: string, documentId: string, requestId: string) =>
    `/arenden/${caseId}/dokument/${documentId}/overklaga?fraga=${requestId}`,
  appealLetter: (caseId: string, documentId: string, requestId: string) =>
    `/arenden/${caseId}/dokument/${documentId}/overklaga/brev?fraga=${requestId}`,
  accessRequest: (caseId: string) => `/arenden/${caseId}/be-om-att-fa-lasa`,
  /** Of somebody who has the case; the id is the picture's own. */
  caseworkerPicture: (caseId: string, pictureId: string) => `/arenden/${caseId}/ansikten/${pictureId}`,
  contactMe: '/kontakta-mig',
  /** What happens next, when the caseworkers of a case have been asked. */
  askedForContact: (caseId: string) => `/kontakta-mig?skickat=${caseId}`,
  appointments: (caseId: string) => `/arenden/${caseId}/tider`,
  appointment: (caseId: string, appointmentId: string) => `/arenden/${caseId}/tider/${appointmentId}`,
  /** Where the reader writes what they want to bring up. */
  bringUp: (caseId: string, appointmentId: string) => `/arenden/${caseId}/tider/${appointmentId}#ta-upp`,
  /** One of the reader's points, to be written anew. */
  point: (caseId: string, appointmentId: string, pointId: string) =>
    `/arenden/${caseId}/tider/${appointmentId}?punkt=${pointId}#ta-upp`,
  otherTime: (caseId: string, appointmentId: string) => `/arenden/${caseId}/tider/${appointmentId}/annan-tid`,
  calendarFile: (caseId: string, appointmentId: string) =>
    `/arenden/${caseId}/tider/${appointmentId}/kalender`,
  threads: (caseId: string) => `/arenden/${caseId}/fragor`,
  thread: (caseId: string, threadId: string) => `/arenden/${caseId}/fragor/${threadId}`,
  /** What is written comes with the file, and is kept. */
  attachments: (caseId: string) => `/arenden/${caseId}/fragor/bilagor`,
  draftAttachment: (caseId: string, attachmentId: string) =>
    `/arenden/${caseId}/fragor/bilagor/${attachmentId}`,
  attachment: (caseId: string, threadId: string, attachmentId: string) =>
    `/arenden/${caseId}/fragor/${threadId}/bilagor/${attachmentId}`,
  newQuestion: (caseId: string) => `/arenden/${caseId}/fragor/ny`,
  /** About a note or a document, or a paragraph of it: counted from 1 as its reader sees it. */
  askAboutNote: (caseId: string, noteId: string, paragraph?: number) =>
    `/arenden/${caseId}/fragor/ny?anteckning=${noteId}${paragraph ? `&stycke=${paragraph}` : ''}`,
  askAboutDocument: (caseId: string, documentId: string) =>
    `/arenden/${caseId}/fragor/ny?dokument=${documentId}`,
  /** Goes on with a question that was begun. */
  questionDraft: (caseId: string, messageId: string) => `/arenden/${caseId}/fragor/ny?utkast=${messageId}`,
  /** What is written is kept here, and thrown away. */
  messageDraft: (caseId: string) => `/arenden/${caseId}/fragor/utkast`,
  /** The same of other forms than a question's or a reply's. */
  draft: (caseId: string) => `/arenden/${caseId}/utkast`,
  /** What was begun and can be sent no more, to read and to throw away. */
  unsendable: (caseId: string, draftId: string) => `/arenden/${caseId}/kom-inte-ivag?utkast=${draftId}`,
} as const

export const staffAt = {
  today: '/handlaggare',
  signIn: '/handlaggare/logga-in',
  absence: '/handlaggare/franvaro',
  introduction: '/handlaggare/om-mig',
  ownPicture: '/handlaggare/om-mig/bild',
  cases: '/handlaggare/arenden',
  case: (caseId: string) => `/handlaggare/arenden/${caseId}`,
  readTogether: (caseId: string, personId: string) =>
    `/handlaggare/arenden/${caseId}/las-tillsammans/${personId}`,
  /** What was read in one reading, and what the child said of it. */
  togetherRecord: (readingId: string) => `/handlaggare/last-tillsammans/${readingId}`,
  personNumber: (caseId: string, personId: string) =>
    `/handlaggare/arenden/${caseId}/personer/${personId}/nummer`,
  newNote: (caseId: string) => `/handlaggare/arenden/${caseId}/ny-anteckning`,
  /** Where a few words are written to one reader. */
  line: (caseId: string, personId: string) => `/handlaggare/arenden/${caseId}/rad/${personId}`,
  recordFollowUp: (caseId: string) => `/handlaggare/arenden/${caseId}/uppfoljning`,
  recordFollowUpAs: (caseId: string, became: FollowUpSlug) =>
    `/handlaggare/arenden/${caseId}/uppfoljning?blev=${became}`,
  followUp: (caseId: string, followUpId: string) =>
    `/handlaggare/arenden/${caseId}/uppfoljning/${followUpId}`,
  appointments: (caseId: string) => `/handlaggare/arenden/${caseId}/tider`,
  newAppointment: (caseId: string) => `/handlaggare/arenden/${caseId}/tider/ny`,
  appointment: (appointmentId: string) => `/handlaggare/tider/${appointmentId}`,
  changeAppointment: (appointmentId: string) => `/handlaggare/tider/${appointmentId}?andra=1`,
  document: (caseId: string, documentId: string) => `/handlaggare/arenden/${caseId}/dokument/${documentId}`,
  documentFile: (caseId: string, documentId: string) =>
    `/handlaggare/arenden/${caseId}/dokument/${documentId}/fil`,
  package: (requestId: string) => `/handlaggare/underskrifter/${requestId}/kvitto`,
  askForDecision: (caseId: string, documentId: string) =>
    `/handlaggare/arenden/${caseId}/dokument/${documentId}/be-om-beslut`,
  putMatter: (caseId: string, documentId: string) =>
    `/handlaggare/arenden/${caseId}/dokument/${documentId}/sammantrade`,
  decisions: '/handlaggare/beslut',
  decision: (requestId: string) => `/handlaggare/beslut/${requestId}`,
  decisionFile: (requestId: string) => `/handlaggare/beslut/${requestId}/fil`,
  attest: (requestId: string) => `/handlaggare/underskrifter/${requestId}/papper`,
  meetings: '/handlaggare/sammantraden',
  meeting: (meetingId: string) => `/handlaggare/sammantraden/${meetingId}`,
  meetingFile: (meetingId: string) => `/handlaggare/sammantraden/${meetingId}/pdf`,
  askToSign: (caseId: string, documentId: string) =>
    `/handlaggare/arenden/${caseId}/dokument/${documentId}/begar`,
  appealReceived: (requestId: string) => `/handlaggare/underskrifter/${requestId}/overklagande`,
  request: (requestId: string) => `/handlaggare/underskrifter/${requestId}`,
  newDocument: (caseId: string) => `/handlaggare/arenden/${caseId}/nytt-dokument`,
  uploadDocument: (caseId: string) => `/handlaggare/arenden/${caseId}/ladda-upp-dokument`,
  documentDraft: (documentId: string) => `/handlaggare/dokument/${documentId}/utkast`,
  documentDraftFile: (documentId: string) => `/handlaggare/dokument/${documentId}/utkast/fil`,
  documentReaders: (documentId: string) => `/handlaggare/dokument/${documentId}/lasare`,
  documentPreview: (documentId: string, personId: string) =>
    `/handlaggare/dokument/${documentId}/lasare/${personId}`,
  freeze: (documentId: string) => `/handlaggare/dokument/${documentId}/faststall`,
  newVersion: (documentId: string) => `/handlaggare/dokument/${documentId}/ny-version`,
  serve: (requestId: string) => `/handlaggare/underskrifter/${requestId}/delgivning`,
  thread: (threadId: string) => `/handlaggare/fragor/${threadId}`,
  attachments: (threadId: string) => `/handlaggare/fragor/${threadId}/bilagor`,
  attachment: (threadId: string, attachmentId: string) =>
    `/handlaggare/fragor/${threadId}/bilagor/${attachmentId}`,
  remark: (remarkId: string) => `/handlaggare/anmarkningar/${remarkId}`,
  note: (noteId: string) => `/handlaggare/anteckningar/${noteId}`,
  draft: (noteId: string) => `/handlaggare/anteckningar/${noteId}/utkast`,
  correction: (noteId: string) => `/handlaggare/anteckningar/${noteId}/ratta`,
  review: (noteId: string) => `/handlaggare/anteckningar/${noteId}/granska`,
  readers: (noteId: string) => `/handlaggare/anteckningar/${noteId}/lasare`,
  preview: (noteId: string, personId: string) => `/handlaggare/anteckningar/${noteId}/lasare/${personId}`,
  sign: (noteId: string) => `/handlaggare/anteckningar/${noteId}/signera`,
  recordings: (noteId: string) => `/handlaggare/anteckningar/${noteId}/inspelningar`,
  recordingChunk: (recordingId: string, number: number) =>
    `/handlaggare/inspelningar/${recordingId}/delar/${number}`,
  recordingEvents: (recordingId: string) => `/handlaggare/inspelningar/${recordingId}/handelser`,
  recordingStop: (recordingId: string) => `/handlaggare/inspelningar/${recordingId}/stopp`,
  recordingDiscard: (recordingId: string) => `/handlaggare/inspelningar/${recordingId}/kasta`,
  recordingSound: (recordingId: string) => `/handlaggare/inspelningar/${recordingId}/ljud`,
  recordingFile: (recordingId: string) => `/handlaggare/inspelningar/${recordingId}/fil`,
  statistics: '/handlaggare/statistik',
  statisticsExport: '/handlaggare/statistik/export',
  retention: '/handlaggare/gallring',
  indicators: '/handlaggare/nyckeltal',
  indicatorsExport: '/handlaggare/nyckeltal/export',
  surveyHelp: '/handlaggare/enkathjalp',
  surveyCode: (invitationId: string) => `/handlaggare/enkathjalp/${invitationId}`,
  surveyResults: '/handlaggare/enkatresultat',
  surveyResultsOf: (roundId: string, form: string) =>
    `/handlaggare/enkatresultat?omgang=${roundId}&enkat=${form}`,
  surveyReply: (roundId: string) => `/handlaggare/enkatresultat/vi-gjorde?omgang=${roundId}`,
  surveyTexts: '/handlaggare/enkattexter',
  surveyResultsCsv: '/handlaggare/enkatresultat/csv',
  surveyResultsJson: '/handlaggare/enkatresultat/json',
  surveyResultsSkr: '/handlaggare/enkatresultat/skr',
  surveyForms: '/handlaggare/enkatformular',
  surveyForm: (instrumentId: string, version: number) =>
    `/handlaggare/enkatformular/${instrumentId}?version=${version}`,
} as const

const api = '/api/v1'

/** What systems send to. Its root is the audience of their tokens, too. */
export const apiAt = {
  root: api,
  description: `${api}/openapi.json`,
  batch: `${api}/batch`,
  collection: (collection: string) => `${api}/${collection}`,
  item: (collection: string, externalId: string) => `${api}/${collection}/${externalId}`,
  /** Where a gateway tells whether a notice has arrived. */
  receipt: (token: string) => `${api}/receipts/${token}`,
} as const
