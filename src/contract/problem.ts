/** Every way in which a function can refuse or fail, with the sentence that the person at the card reads. */
export const problemSentences = {
  invalid_input: 'Something in this request is not valid.',
  not_installed:
    'Partner Value is not installed in this account yet. An admin can install it from the settings page.',
  deal_not_found: 'This deal no longer exists, or the app may not read it.',
  company_not_found: 'This company no longer exists, or the app may not read it.',
  involvement_not_found: 'This tag was removed in the meantime. Reload the card to see the current state.',
  not_a_partner: 'This company is not marked as a partner. Set its partner type first, then tag it.',
  self_involvement: 'This company is the customer of the deal, so it cannot be its partner as well.',
  already_tagged: 'This partner is already tagged on this deal. Change the existing tag instead.',
  origin_taken: 'Another partner is already the origin of this deal. A deal comes from one partner at most.',
  entered_in_future: 'The entry date lies in the future. Choose today or an earlier day.',
  evidence_needed: 'A date in the past needs one line of evidence. Say in a few words how you know.',
  exit_in_future: 'The exit date lies in the future. Choose today or an earlier day.',
  exit_before_entry: 'The exit date lies before the entry date.',
  reason_needed: 'Say in a few words why.',
  change_not_allowed: 'This step is not possible from the current status of the tag.',
  settings_changed:
    'Somebody else saved the settings in the meantime. Reload them, then make your change again.',
  not_a_confirmer: 'Only the people named in the settings can confirm or dispute tags.',
  tags_exist: 'There are partner tags on this deal. Remove them first, then answer "No partner".',
  crm_refused: 'HubSpot did not accept the change.',
  crm_forbidden: 'The app is missing a permission in this account. An admin can reinstall it.',
  crm_busy: 'HubSpot is busy at the moment. Nothing was lost; try again in a few seconds.',
  crm_unreachable: 'HubSpot did not answer. Nothing was lost; try again in a few seconds.',
  out_of_time: 'This took longer than a function may run. Try again, or choose a smaller selection.',
  unexpected: 'Something went wrong on our side.',
} as const;

export type ProblemCode = keyof typeof problemSentences;

/** The one error that use cases and the CRM room throw. `detail` adds to the sentence; it never holds a secret. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly detail: string | undefined;
  readonly field: string | undefined;

  constructor(code: ProblemCode, options: { detail?: string; field?: string; cause?: unknown } = {}) {
    super(options.detail ?? problemSentences[code], { cause: options.cause });
    this.name = 'Problem';
    this.code = code;
    this.detail = options.detail;
    this.field = options.field;
  }
}
