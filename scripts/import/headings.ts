/** Headings of HubSpot's CSV exports, and of internal names, to the property that they hold. Keys are `keyOf` a heading. */
type Aliases = Readonly<Record<string, string>>;

/** `Associated Company IDs (Primary)` and `associated_company_ids_primary` are the same heading. */
export const keyOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_|_$/g, '');

export const dealHeadings: Aliases = {
  record_id: 'hs_object_id',
  deal_id: 'hs_object_id',
  record_id_deal: 'hs_object_id',
  deal_name: 'dealname',
  deal_stage: 'dealstage',
  amount_in_company_currency: 'amount_in_home_currency',
  currency: 'deal_currency_code',
  create_date: 'createdate',
  close_date: 'closedate',
  deal_owner: 'hubspot_owner_id',
  deal_type: 'dealtype',
  closed_lost_reason: 'closed_lost_reason',
  deal_probability: 'hs_deal_stage_probability',
  is_closed_won: 'hs_is_closed_won',
  is_closed_lost: 'hs_is_closed_lost',
  is_closed: 'hs_is_closed',
  is_deal_closed: 'hs_is_closed',
  associated_company_ids_primary: 'hs_primary_associated_company',
  primary_associated_company: 'hs_primary_associated_company',
  primary_associated_company_id: 'hs_primary_associated_company',
  associated_company_ids: 'company_ids',
  associated_company_id: 'company_ids',
  associated_company_primary: 'primary_company_name',
  associated_company: 'company_names',
  associated_companies: 'company_names',
  partner_involved: 'partner_answer',
};

export const dealProperties = [
  'hs_object_id',
  'dealname',
  'dealstage',
  'pipeline',
  'amount',
  'amount_in_home_currency',
  'deal_currency_code',
  'createdate',
  'closedate',
  'hubspot_owner_id',
  'dealtype',
  'closed_lost_reason',
  'hs_deal_stage_probability',
  'hs_is_closed_won',
  'hs_is_closed_lost',
  'hs_is_closed',
  'hs_primary_associated_company',
  'company_ids',
  'primary_company_name',
  'company_names',
  'partner_answer',
] as const;

export const companyHeadings: Aliases = {
  record_id: 'hs_object_id',
  company_id: 'hs_object_id',
  record_id_company: 'hs_object_id',
  company_name: 'name',
  country_region: 'country',
  state_region: 'state',
  number_of_employees: 'numberofemployees',
  annual_revenue: 'annualrevenue',
  company_domain_name: 'domain',
  create_date: 'createdate',
};

export const companyProperties = [
  'hs_object_id',
  'name',
  'domain',
  'industry',
  'country',
  'state',
  'city',
  'numberofemployees',
  'annualrevenue',
  'createdate',
  'partner_type',
  'partner_onboarded_on',
] as const;

export const involvementHeadings: Aliases = {
  record_id_deal: 'deal_id',
  associated_deal_ids: 'deal_id',
  deal: 'deal_id',
  partner: 'partner_name',
  partner_company: 'partner_name',
  partner_company_id: 'partner_id',
  role: 'roles',
  stage: 'stages',
  entered: 'entered_on',
  exited: 'exited_on',
};

export const involvementProperties = [
  'deal_id',
  'account_id',
  'partner_id',
  'partner_name',
  'tier',
  'origin',
  'roles',
  'stages',
  'entered_on',
  'exited_on',
  'exit_reason',
  'tagged_at',
  'tagged_by',
  'status',
  'status_reason',
  'status_changed_at',
  'share',
  'evidence_type',
  'evidence',
] as const;
