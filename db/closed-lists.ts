// Written by `npm run schema`. A new value is a row in the table of its list, by a migration.

export const appealSenders = [
  'party',
  'representative',
  'counsel',
] as const
export type AppealSender = (typeof appealSenders)[number]

export const appealWays = [
  'post',
  'handedIn',
  'email',
] as const
export type AppealWay = (typeof appealWays)[number]

export const appointmentKinds = [
  'officeMeeting',
  'homeVisit',
  'childVisit',
  'phoneCall',
  'videoCall',
  'networkMeeting',
] as const
export type AppointmentKind = (typeof appointmentKinds)[number]

export const auditActions = [
  'addedNoticeChannel',
  'addedWord',
  'answeredRemark',
  'answeredThread',
  'answeredTimeRequest',
  'asked',
  'askedForContact',
  'askedForDecision',
  'askedForLine',
  'askedForOtherTime',
  'askedToSign',
  'attestedPaper',
  'beganCorrection',
  'beganNewVersion',
  'beganSignature',
  'beganTogether',
  'cancelledAppointment',
  'cancelledRequest',
  'changedAppointment',
  'changedIntroduction',
  'changedNoticeChannel',
  'changedNumber',
  'changedSettings',
  'confirmedNoticeChannel',
  'countedIndicators',
  'createdDocument',
  'createdNote',
  'decidedDisclosure',
  'declinedDecision',
  'declinedSignature',
  'discardedDocument',
  'discardedDraft',
  'discardedRecording',
  'dismissedAppeal',
  'endedAbsence',
  'endedTogether',
  'erasedCase',
  'erasedIntroduction',
  'erasedRecording',
  'expiredRequest',
  'explainedTogether',
  'fetchedPackage',
  'forwardedAppeal',
  'foundInfected',
  'frozeDocument',
  'handedInAppeal',
  'heldAppointment',
  'ingestedDocument',
  'ingestedNote',
  'ingestedParty',
  'ingestedRecording',
  'ingestedStage',
  'leftQuickly',
  'lookedUpNumber',
  'markedTogether',
  'mergedPerson',
  'movedAppointment',
  'needsNoAnswer',
  'notedAnswer',
  'notedPoint',
  'offeredSurvey',
  'openedMeeting',
  'plannedAppointment',
  'playedRecording',
  'preparedTogether',
  'previewedDocument',
  'previewedNote',
  'purgedDrafts',
  'purgedIntent',
  'putMatter',
  'readAppointment',
  'readAttachment',
  'readCase',
  'readDocument',
  'readFollowUp',
  'readNote',
  'readPlan',
  'readRetention',
  'readStatistics',
  'readSurveyText',
  'readThread',
  'readTogether',
  'recordedAbsence',
  'recordedAppeal',
  'recordedFollowUp',
  'recordedService',
  'refusedAccount',
  'refusedSignIn',
  'refusedSignature',
  'remindedOfAppointment',
  'remindedSigner',
  'removedNoticeChannel',
  'removedOwnPicture',
  'removedPoint',
  'removedWord',
  'renewedPackage',
  'replied',
  'reviewedNote',
  'reviewedSurveyText',
  'savedDocument',
  'savedDraft',
  'sealedSignature',
  'settledWondering',
  'showedSurveyCode',
  'signedDocument',
  'signedIn',
  'signedNote',
  'signedOut',
  'signedOutEverywhere',
  'stampedPackage',
  'startedRecording',
  'stoppedNoticeChannel',
  'stoppedRecording',
  'toldSurvey',
  'tookBackMessage',
  'transcribedRecording',
  'uploadedDocument',
  'withdrewConsent',
  'wroteAppeal',
  'wroteLine',
  'wrotePoint',
  'wroteRemark',
  'wroteSurveyReply',
] as const
export type AuditAction = (typeof auditActions)[number]

export const bbicAreas = [
  'health',
  'education',
  'emotionsAndBehaviour',
  'socialRelations',
  'basicCare',
  'stimulationAndGuidance',
  'emotionalAvailability',
  'safety',
  'currentFamilySituation',
  'familyBackground',
  'housingWorkEconomy',
  'socialNetworkAndIntegration',
] as const
export type BbicArea = (typeof bbicAreas)[number]

export const deadlineKinds = [
  'appealForwarding',
  'careApplication',
  'comment',
  'committeeReport',
  'consideration',
  'courtSubmission',
  'investigation',
] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

export const disclosureGrounds = [
  'OSL 26:1',
  'OSL 12:3',
  'OSL 26:2',
  'OSL 26:5',
  'OSL 21:3',
  'OSL 21:3 a',
  'OSL 10:3',
  'investigation',
] as const
export type DisclosureGround = (typeof disclosureGrounds)[number]

export const documentTemplates = [
  'custodyLvu',
  'placementLvu',
  'custodyLvm',
  'interventionSol',
  'consent',
  'implementationPlan',
] as const
export type DocumentTemplate = (typeof documentTemplates)[number]

export const documentTypes = [
  'report',
  'investigationPlan',
  'decisionBasis',
  'decision',
  'appealInformation',
  'implementationPlan',
  'followUpRecord',
  'closingLetter',
  'courtSubmission',
  'consent',
  'familyAgreement',
  'parenthood',
  'adoption',
] as const
export type DocumentType = (typeof documentTypes)[number]

export const followUpOutcomes = [
  'held',
  'moved',
  'notHeld',
] as const
export type FollowUpOutcome = (typeof followUpOutcomes)[number]

export const goalProgresses = [
  'reached',
  'onTheWay',
  'notYet',
  'noLongerWanted',
] as const
export type GoalProgress = (typeof goalProgresses)[number]

export const indicators = [
  'followUpHeld',
  'followUpMoved',
  'followUpNotHeld',
  'followUpUnrecorded',
  'followUpChildView',
  'surveyOffered',
  'protectiveAssessmentInTime',
  'preliminaryAssessmentInTime',
  'preliminaryAssessmentMean',
  'investigationInTime',
  'investigationMean',
  'investigationMedian',
  'interventionStart',
  'considerationInTime',
  'noteSharedChild',
  'noteSharedChildTime',
  'noteSharedGuardian',
  'noteSharedGuardianTime',
  'remarkRate',
  'remarkAnswer',
  'inquiryInTime',
  'receiptInTime',
] as const
export type IndicatorKey = (typeof indicators)[number]

export const noteKinds = [
  'protectiveAssessment',
  'meeting',
  'privateTalk',
  'homeVisit',
  'phoneCall',
  'disclosureForComment',
  'decision',
  'placement',
  'implementationPlan',
  'followUp',
  'information',
  'serviceOfDocuments',
] as const
export type NoteKind = (typeof noteKinds)[number]

export const noticeChannels = [
  'email',
  'sms',
  'push',
  'digitalPost',
] as const
export type NoticeChannel = (typeof noticeChannels)[number]

export const noticeKinds = [
  'answerReminder',
  'answeredTimeRequest',
  'appointmentReminder',
  'askedToSign',
  'cancelledAppointment',
  'movedAppointment',
  'newAnswer',
  'newAppointment',
  'newDocument',
  'newLine',
  'newNote',
  'surveyOffer',
  'surveyReminder',
  'takenOutOfAppointment',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

export const noticeTopics = [
  'news',
  'reminders',
  'survey',
  'appointments',
] as const
export type NoticeTopic = (typeof noticeTopics)[number]

export const serviceMethods = [
  'oral',
  'paper',
  'processServer',
] as const
export type ServiceMethod = (typeof serviceMethods)[number]

export const signatureActs = [
  'receipt',
  'consent',
  'agreement',
  'noAppeal',
  'decision',
] as const
export type SignatureAct = (typeof signatureActs)[number]

export const signatureStates = [
  'asked',
  'cancelled',
  'declined',
  'expired',
  'servedOtherwise',
  'signed',
  'superseded',
  'withdrawn',
] as const
export type SignatureState = (typeof signatureStates)[number]
