import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStories, type Stories } from '../support/stories.ts'

let stories: Stories

beforeAll(async () => {
  stories = await openStories()
})

afterAll(() => stories.close())

const roles = ['person', 'staff', 'service', 'respondent', 'together', 'portal', 'public'] as const
type Role = (typeof roles)[number]

const words = (text: string) => text.trim().split(/\s+/)

test('every function that runs as its owner names where it looks for tables', async () => {
  const { rows } = await stories.owner.query<{ proname: string }>(
    `select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
        and not coalesce(proconfig @> array['search_path=public, pg_temp'], false)`,
  )
  expect(rows).toEqual([])
})

const everyRoles = words(
  'age_on app_municipality app_now app_subject app_today opened_cases opened_context signed_context',
)
const functionsOf: Record<Role, string[]> = {
  person: [
    ...everyRoles,
    ...words(
      'person_read_caseworker_picture person_case_page person_home_page person_note_page person_note_list_page person_document_page person_requests',
    ),
    ...words('attachment_limits person_add_attachment person_read_attachment person_remove_attachment'),
    ...words(`
      pending_signature_start person_add_notice_channel person_add_remark person_ask person_ask_for_contact
      person_ask_for_other_time person_ask_notice_code person_begin_signature person_change_notice_channel
      person_change_settings person_confirm_notice_channel person_decline_signature person_discard_draft
      person_fetch_package person_hand_in_appeal person_may_have_digital_post person_own_name person_own_number person_read_document
      person_read_document_file
      person_read_note person_read_plans person_read_thread person_remove_notice_channel person_remove_point
      person_reply person_save_draft person_take_back person_unsendable_drafts person_withdraw_consent person_write_point
      person_write_appeal told_cases`),
  ],
  staff: [
    ...everyRoles,
    ...words(
      'staff_case_page staff_case_parties staff_case_notes staff_case_course staff_answered_threads staff_document_drafts staff_readings staff_waiting staff_waiting_rows',
    ),
    ...words('staff_introduce staff_read_own_picture staff_remove_picture'),
    ...words('attachment_limits staff_add_attachment staff_read_attachment staff_remove_attachment'),
    ...words(`
      staff_answer_time_request staff_cancel_appointment staff_change_appointment staff_hold_appointment staff_guards_of_case
      staff_note_point staff_plan_appointment staff_read_appointment
      document_draft_shown draft_shown full_name is_of_sign_in_age known_age_on least_age_on most_age_on note_is_signed
      pending_signature_start reads_case_of_document reads_case_of_note sound_erased_at staff_answer_thread staff_end_absence staff_keep_answer staff_needs_no_answer
      staff_record_absence staff_take_back thread_is_sent
      staff_ask_for_decision staff_ask_to_sign staff_askable staff_attest_paper staff_begin_correction
      staff_begin_document staff_begin_document_version staff_begin_signature staff_cancel_request staff_case_ids
      staff_change_language staff_change_number staff_close_appeal staff_decision_deadlines staff_decision_paper
      staff_decline_decision staff_discard_document staff_documentation_time staff_fetch_package staff_freeze_document
      staff_is_number_of staff_lock_document staff_look_as staff_may_change_number staff_meeting_members
      staff_note_answer staff_number_change staff_offer_survey staff_open_meeting staff_own_number staff_put_matter
      staff_read_decision staff_read_decision_file staff_read_document staff_read_document_file staff_read_follow_up staff_read_note
      staff_read_thread staff_read_upload staff_record_appeal staff_record_follow_up staff_record_service
      staff_save_document staff_says_why staff_see_document_warnings staff_leads_survey staff_next_survey_text staff_review_survey_text staff_reviews_surveys staff_write_survey_reply staff_writer_of_point staff_stop_recording staff_store_chunk
      staff_survey_code staff_surveys_to_help staff_upload_document staff_write_line
      staff_end_together staff_prepare_together staff_settle_wondering`),
  ],
  service: [
    ...everyRoles,
    ...words('service_erase_introductions'),
    ...words('service_attachment_scanned service_next_attachment service_waiting_attachments'),
    ...words(`
      service_ask_for_lines service_claim_delivery service_delivery_bounced service_delivery_failed
      service_delivery_receipt service_delivery_sent service_due_cases service_forget_asked_codes service_erase_cases service_failed_deliveries
      service_plan_notices service_purge_deliveries service_purge_ingest_requests service_remind_appointments service_retention_municipalities
      service_retention_proof_of service_retry_delivery service_settle_retention service_survey_counts
      service_survey_minimums service_survey_texts service_surveys_to_tell service_tell_preview service_tell_survey
      ingest_add_part ingest_client_access ingest_end_recording ingest_give_up_recording ingest_items
      ingest_start_recording ingest_state municipality_contacts pending_identification_take pending_sign_in_start
      rate_take respondent_open_transaction service_add_segment service_add_tickets service_case_words
      service_count_period service_periods_to_count
      service_envelopes_to_mix service_erase_recording service_expire_signature_requests service_fail_decoding
      service_fail_final service_file_decoded service_finish_live service_forget_rounds service_keep_package
      service_keep_renewed_package service_keep_signature_answer service_keep_stamped_package service_open_recordings
      service_open_round service_open_transaction service_package_after service_package_to_stamp service_purge_intents service_purge_drafts
      service_put_responses service_read_chunks service_read_file_parts service_record_signature service_recording
      service_recording_rule service_recordings_to_erase service_refuse_signature service_remind_signers
      service_remind_surveys service_report_lag service_save_final service_segments service_set_problem
      service_signature_ordered service_signature_to_judge service_signature_to_seal service_store_decoded
      service_survey_pools service_take_envelopes service_units_without_round service_unsealed_signatures
      service_unstamped_packages service_waiting_signature_answers session_end session_open_transaction session_start
      service_end_together service_is_together_network service_open_together together_open_transaction sign_in_account_agrees sign_in_choose sign_in_offer sign_in_offers sign_in_people sign_in_refused sign_in_staff`),
  ],
  respondent: words('app_today signed_context respondent_keep_draft respondent_read_draft respondent_send'),
  together: words(`
    together_mark together_read_dates together_read_document together_read_note together_read_plan together_reading`),
  portal: [],
  public: [],
}

test.each(roles)('role %s may call exactly its functions', async (role) => {
  const { rows } = await stories.owner.query<{ proname: string }>(
    `select p.proname from pg_proc p
      where p.pronamespace = 'public'::regnamespace and has_function_privilege($1, p.oid, 'execute')
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      order by 1`,
    [role],
  )
  expect(rows.map(({ proname }) => proname).sort()).toEqual([...functionsOf[role]].sort())
})
