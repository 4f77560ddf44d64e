import type { PropertyDefinition } from '../catalog-types.ts';
import { calculated, define, optionsOf, readOnly, systemProperties } from './define.ts';

const group = 'dealinformation';

const plain = [
  define(group, 'dealname', 'Deal Name', 'string'),
  define(group, 'amount', 'Amount', 'number'),
  define(group, 'deal_currency_code', 'Currency', 'enumeration', { externalOptions: true }),
  define(group, 'pipeline', 'Pipeline', 'enumeration', { externalOptions: true }),
  define(group, 'dealstage', 'Deal Stage', 'enumeration', { fieldType: 'radio', externalOptions: true }),
  define(group, 'closedate', 'Close Date', 'datetime'),
  define(group, 'createdate', 'Create Date', 'datetime'),
  define(group, 'description', 'Deal Description', 'string', { fieldType: 'textarea' }),
  define(group, 'dealtype', 'Deal Type', 'enumeration', {
    fieldType: 'radio',
    options: optionsOf([
      ['newbusiness', 'New Business'],
      ['existingbusiness', 'Existing Business'],
    ]),
  }),
  define(group, 'hs_priority', 'Priority', 'enumeration', {
    options: optionsOf([
      ['low', 'Low'],
      ['medium', 'Medium'],
      ['high', 'High'],
    ]),
  }),
  define(group, 'closed_won_reason', 'Closed Won Reason', 'string', { fieldType: 'textarea' }),
  define(group, 'closed_lost_reason', 'Closed Lost Reason', 'string', { fieldType: 'textarea' }),
  define(group, 'hs_next_step', 'Next step', 'string'),
  define(group, 'hs_all_collaborator_owner_ids', 'Deal Collaborator', 'enumeration', {
    fieldType: 'checkbox',
    externalOptions: true,
  }),
  define(group, 'hs_analytics_source', 'Original Traffic Source', 'enumeration', {
    ...readOnly,
    externalOptions: true,
  }),
];

const derived = [
  define(group, 'hs_is_closed', 'Is Deal Closed?', 'bool', calculated),
  define(group, 'hs_is_closed_won', 'Is Closed Won', 'bool', calculated),
  define(group, 'hs_is_closed_lost', 'Is Closed Lost', 'bool', calculated),
  define(group, 'hs_deal_stage_probability', 'Deal probability', 'number', calculated),
  define(group, 'hs_exchange_rate', 'Exchange rate', 'number', calculated),
  define(group, 'amount_in_home_currency', 'Amount in company currency', 'number', calculated),
  define(group, 'hs_projected_amount', 'Weighted amount', 'number', calculated),
  define(
    group,
    'hs_projected_amount_in_home_currency',
    'Weighted amount in company currency',
    'number',
    calculated,
  ),
  define(group, 'hs_closed_amount', 'Closed Deal Amount', 'number', calculated),
  define(
    group,
    'hs_closed_amount_in_home_currency',
    'Closed Deal Amount In Home Currency',
    'number',
    calculated,
  ),
  define(group, 'hs_open_amount_in_home_currency', 'Open deal amount in home currency', 'number', calculated),
  define(group, 'hs_closed_won_date', 'Closed Won Date', 'datetime', calculated),
  define(group, 'hs_closed_won_count', 'Is Closed (Count)', 'number', calculated),
  define(group, 'hs_is_open_count', 'Is Open (Count)', 'number', calculated),
  define(group, 'days_to_close', 'Days to close', 'number', calculated),
  define(group, 'hs_days_to_close_raw', 'Days to close (without rounding)', 'number', calculated),
  define(group, 'hs_v2_date_entered_current_stage', 'Date entered current stage', 'datetime', calculated),
  define(group, 'hs_primary_associated_company', 'Primary Associated Company', 'number', readOnly),
  define(group, 'num_associated_contacts', 'Number of Associated Contacts', 'number', calculated),
];

export const dealProperties = (): PropertyDefinition[] => [...plain, ...derived, ...systemProperties(group)];

const stageGroup = 'deal_stage_properties';

/** HubSpot keeps one such set for each stage id. */
export const stageProperties = (stageId: string, label: string): PropertyDefinition[] => [
  define(stageGroup, `hs_v2_date_entered_${stageId}`, `Date entered "${label}"`, 'datetime', calculated),
  define(stageGroup, `hs_v2_date_exited_${stageId}`, `Date exited "${label}"`, 'datetime', calculated),
  define(stageGroup, `hs_v2_latest_time_in_${stageId}`, `Latest time in "${label}"`, 'number', calculated),
  define(
    stageGroup,
    `hs_v2_cumulative_time_in_${stageId}`,
    `Cumulative time in "${label}"`,
    'number',
    calculated,
  ),
];
