import type { Selectable } from 'kysely'
import type {
  AppointmentKind,
  DocumentTemplate,
  DocumentType,
  FollowUpOutcome,
  NoticeChannel,
  NoticeTopic,
  SignatureAct,
  SignatureState,
} from './closed-lists.ts'
import type { DB, NoteText, DocumentText, ThreadMessage } from './schema.ts'

/** What each role can name. The database refuses the rest; this makes it a compile error first. */
export type PersonSchema = {
  person_case: Told<
    DB['person_case'],
    'closed_on' | 'readable_until',
    { audience: Audience; role: PartyRole }
  >
  person_case_stage: Told<DB['person_case_stage'], 'due_on' | 'position'>
  person_case_line: Told<DB['person_case_line']>
  person_caseworker: Told<
    DB['person_caseworker'],
    'away_until' | 'introduction' | 'picture_id' | 'picture_text',
    { kind: 'lead' | 'deputy' | 'teamLeader' }
  >
  person_deadline: Told<DB['person_deadline']>
  person_follow_up: Told<
    DB['person_follow_up'],
    'held_on' | 'outcome' | 'starts_at' | 'place',
    { outcome: FollowUpOutcome | null }
  >
  person_appointment: Told<
    DB['person_appointment'],
    'earlier_start' | 'change_reason' | 'bring' | 'place' | 'place_note',
    {
      kind: AppointmentKind
      state: AppointmentState
      staff: string[]
      /** Null where it is not told whether anybody else comes. */
      others: AlsoThere[] | null
    }
  >
  person_taken_out: Told<DB['person_taken_out']>
  person_appointment_point: Told<
    DB['person_appointment_point'],
    'outcome_words',
    { hearers: Hearers; outcome: PointOutcome | null }
  >
  person_time_request: Told<
    DB['person_time_request'],
    'answer' | 'answered_at' | 'answer_by',
    { state: TimeRequestState }
  >
  person_note: Told<DB['person_note'], 'child_title' | 'ground' | 'review_on', { level: ShownLevel }>
  person_document: Told<DB['person_document'], 'child_title' | 'ground' | 'review_on', { level: ShownLevel }>
  person_signature_request: Told<
    DB['person_signature_request'],
    'answer_by' | 'answer_on' | 'declined_words' | 'served_on',
    { act: SignatureAct; state: SignatureState }
  >
  person_package: Told<DB['person_package'], 'stamped_at'>
  person_decision_part: Told<DB['person_decision_part'], 'weeks' | 'received_on' | 'last_day'>
  person_appeal: Told<DB['person_appeal'], 'handed_in_on'>
  person_appeal_received: Told<
    DB['person_appeal_received'],
    'outcome' | 'outcome_on',
    { outcome: AppealOutcome | null }
  >
  person_plan: Told<DB['person_plan']>
  person_attachment: Told<
    DB['person_attachment'],
    'thread_id' | 'name' | 'type' | 'size',
    { type: AttachmentType | null; state: AttachmentState }
  >
  person_question_thread: Told<
    DB['person_question_thread'],
    'about_note_id' | 'about_document_id' | 'about_paragraph' | 'answered_at' | 'answer_by',
    { kind: ThreadKind }
  >
  person_message_draft: Told<
    DB['person_message_draft'],
    | 'thread_id'
    | 'about_note_id'
    | 'about_document_id'
    | 'about_paragraph'
    | 'appointment_id'
    | 'signature_request_id',
    { form: 'message' | FormDraftKind }
  >
  person_message_rule: Told<DB['person_message_rule']>
  person_remark: Told<
    DB['person_remark'],
    'note_id' | 'document_id' | 'answer' | 'answered_at' | 'answered_by',
    { kind: RemarkKind }
  >
  person_notice_channel: Told<
    DB['person_notice_channel'],
    'confirmed_at' | 'stopped_at' | 'is_code_waiting',
    { channel: NoticeChannel; wording: NoticeWording; topics: NoticeTopic[] }
  >
  person_quiet_hours: Told<DB['person_quiet_hours']>
  person_survey_invitation: Told<DB['person_survey_invitation']>
  person_survey_result: Told<DB['person_survey_result'], 'heard' | 'done'>
  person_survey_figure: Told<
    DB['person_survey_figure'],
    'counted' | 'leaning',
    { leaning: 'most' | 'few' | null }
  >
  person_access_event: Told<DB['person_access_event'], 'note_id' | 'document_id' | 'family_name' | 'title'>
  person_read_together: Told<
    DB['person_read_together'],
    'title' | 'mark',
    { mark: 'understood' | 'wondering' | 'enough' | null; kind: 'note' | 'document' | 'plan' | 'dates' }
  >
  person_sign_in: Told<DB['person_sign_in'], 'device'>
}

export type StaffSchema = Omit<
  DB,
  | `person_${string}`
  | `survey.${string}`
  | 'former_number'
  | 'staff_draft'
  | 'attachment'
  | 'staff_attachment'
  | 'staff_decided_text'
  | 'staff_decider'
  | 'staff_decision'
  | 'staff_meeting'
  | 'staff_survey_round'
  | 'staff_survey_reply'
  | 'staff_survey_text'
  | 'staff_survey_figure'
  | 'staff_document_draft'
  | 'staff_recordable'
  | 'staff_introduction'
  | 'staff_own_introduction'
  | 'document_draft'
  | 'notice_channel'
  | 'notice_choice'
  | 'notice_code_asked'
  | 'notice_delivery'
  | 'notice_delivery_part'
  | 'wanting_channel'
  | 'session'
  | 'together_session'
  | 'reading_now'
  | 'readable_now'
  | 'dates_now'
  | 'sign_in_account'
  | 'pending_identification'
  | 'sign_in_choice'
  | 'rate_count'
> & {
  staff_attachment: Told<
    DB['staff_attachment'],
    'name' | 'type' | 'size',
    { type: AttachmentType | null; state: AttachmentState }
  >
  staff_decided_text: Told<DB['staff_decided_text'], 'note_id' | 'document_id'>
  staff_decider: Told<DB['staff_decider'], never, { kind: 'chair' | 'appointedMember' }>
  staff_decision: Told<
    DB['staff_decision'],
    'declined_words' | 'decided_at',
    { act: SignatureAct; state: SignatureState; kind: 'chair' | 'appointedMember' }
  >
  staff_recordable: Told<DB['staff_recordable']>
  staff_own_introduction: Told<DB['staff_own_introduction'], 'text' | 'picture_id' | 'picture_text'>
  staff_survey_round: Told<DB['staff_survey_round']>
  staff_survey_reply: Told<DB['staff_survey_reply']>
  staff_survey_text: Told<DB['staff_survey_text']>
  staff_survey_figure: Told<
    DB['staff_survey_figure'],
    'round_id' | 'option' | 'answers' | 'counted' | 'leaning',
    { leaning: 'most' | 'few' | null }
  >
  staff_meeting: Told<DB['staff_meeting'], 'earlier_at'>
  staff_document_draft: Told<
    DB['staff_document_draft'],
    'template' | 'facts' | 'content' | 'dated_on' | 'child_title' | 'child_text' | 'change_reason',
    { template: DocumentTemplate | null; type: DocumentType }
  >
  staff_draft: Told<
    DB['staff_draft'],
    | 'child_title'
    | 'child_text'
    | 'child_text_easy'
    | 'draft_text'
    | 'change_reason'
    | 'read_back_to'
    | 'reviewed_at'
    | 'transcribed_by'
  >
}

export type ServiceSchema = Record<string, never>

export type RespondentSchema = Record<string, never>

export type TogetherSchema = Record<string, never>

export type Audience = 'child' | 'youth' | 'youngAdult' | 'guardian'
export type NoticeWording = 'neutral' | 'named'
type PartyRole = 'child' | 'guardian' | 'appointedCustodian'
export type ShownLevel = 'full' | 'partial' | 'title'
export type AppealOutcome = 'forwarded' | 'dismissed'
export type RemarkKind = 'disputedFact' | 'ownComment' | 'accessRequest'
/** What is begun in another form than a question's or a reply's. */
type FormDraftKind = RemarkKind | 'contactRequest' | 'point' | 'otherTime' | 'decline' | 'appeal'
/** What is kept: a picture made anew, or a PDF as it came. */
export type AttachmentType = 'image/jpeg' | 'image/png' | 'application/pdf'
/** `waiting` for the scanner; `infected`, and erased. */
export type AttachmentState = 'waiting' | 'clean' | 'infected'
export type AppointmentState = 'planned' | 'moved' | 'cancelled' | 'held'
export type AlsoThere = { name: string; role: string | null }
/** Who may hear what somebody wants to bring up. */
export type Hearers = 'everyone' | 'caseworkerOnly' | 'notWhenGuardianThere'
export type PointOutcome = 'talkedAbout' | 'notYet'
/** moved, cancelled: what became of the appointment is the answer. */
export type TimeRequestState = 'asked' | 'moved' | 'cancelled' | 'answered'
export type ThreadKind = 'question' | 'contactRequest'
/** What a person waits for an answer to. */
export type AwaitedKind = ThreadKind | 'timeRequest'
export type GoalState = 'ongoing' | 'reached' | 'ended'
export type PlanStep = { who: string; what: string }
export type Paragraph = {
  voice: 'fact' | 'statement' | 'assessment'
  text: string
  speaker?: string
  isYou?: boolean
}
export type StoredParagraph = Omit<Paragraph, 'isYou'> & { speakerId?: string }

/** Newest version first. A partial disclosure gives one row without provenance. */
export type NoteTextRow = Selectable<
  Told<
    NoteText,
    | 'child_title'
    | 'child_text'
    | 'child_text_easy'
    | 'change_reason'
    | 'origin'
    | 'read_back_to'
    | 'audio_erased_at'
    | 'source'
    | 'bbic_areas',
    { paragraphs: Paragraph[] }
  >
>

export type DocumentTextRow = Selectable<
  Told<DocumentText, 'child_title' | 'child_text' | 'change_reason' | 'file_is_tagged'>
>

export type ThreadMessageRow = Selectable<
  Told<ThreadMessage, 'from_given_name' | 'from_family_name' | 'seen_at' | 'answer_by'>
>

// The generator cannot tell which columns of a view may be null, so they are named here.
type Told<View, Nullable extends keyof View = never, Exact = unknown> = {
  [Column in keyof View]: Column extends keyof Exact
    ? Exact[Column]
    : Column extends Nullable
      ? View[Column]
      : NonNullable<View[Column]>
}
