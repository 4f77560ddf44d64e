import { involvementObject, storeObject } from '#contract/schema';
import {
  evidenceTypeLabels,
  evidenceTypes,
  exitReasonLabels,
  exitReasons,
  involvementStatuses,
  involvementStatusLabels,
  lifeCycleStageLabels,
  lifeCycleStages,
  partnerTypeLabels,
  partnerTypes,
  roleLabels,
  roles,
  tierLabels,
  tiers,
} from '#domain/vocabulary';
import type { ObjectDefinition, Option, PropertyDefinition } from './crm.ts';

const optionsOf = <Value extends string>(
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
): readonly Option[] => values.map((value) => ({ value, label: labels[value] }));

const property = (
  name: string,
  kind: PropertyDefinition['kind'],
  label: string,
  description: string,
  more: Pick<PropertyDefinition, 'options' | 'unique'> = {},
): PropertyDefinition => ({ name, kind, label, description, ...more });

const tierOptions = optionsOf(tiers, tierLabels);

export const involvementDefinition: ObjectDefinition = {
  name: involvementObject,
  singular: 'Partner involvement',
  plural: 'Partner involvements',
  primary: 'partner_name',
  secondary: ['tier', 'status'],
  searchable: ['partner_name', 'deal_id', 'partner_id'],
  required: ['involvement_key'],
  associated: ['deals', 'companies'],
  properties: [
    property('involvement_key', 'text', 'Key', 'Deal and partner; one record each', { unique: true }),
    property('deal_id', 'text', 'Deal ID', 'The deal'),
    property('account_id', 'text', 'Account ID', 'The customer company of the deal when it was tagged'),
    property('partner_id', 'text', 'Partner ID', 'The partner company'),
    property('partner_name', 'text', 'Partner', 'Name of the partner company when it was tagged'),
    property('tier', 'choice', 'Tier', 'How far the partner is involved', { options: tierOptions }),
    property('origin', 'yes_no', 'Origin', 'The deal came from this partner'),
    property('roles', 'choices', 'Roles', 'What the partner does', { options: optionsOf(roles, roleLabels) }),
    property('stages', 'choices', 'Life-cycle stages', 'Where in the customer life cycle it helped', {
      options: optionsOf(lifeCycleStages, lifeCycleStageLabels),
    }),
    property('entered_on', 'date', 'Entered on', 'Day the partner came in, as claimed'),
    property('exited_on', 'date', 'Exited on', 'Day the partner left, as claimed'),
    property('exit_reason', 'choice', 'Exit reason', 'Why the partner left', {
      options: optionsOf(exitReasons, exitReasonLabels),
    }),
    property('tagged_at', 'instant', 'Tagged at', 'When the tag was made; set once by Partner Value'),
    property('tagged_by', 'text', 'Tagged by', "Who made the tag, as HubSpot's page reported it"),
    property('tagged_from', 'choice', 'Tagged from', 'How the tag came in', {
      options: [
        { value: 'card', label: 'Card' },
        { value: 'import', label: 'Import' },
      ],
    }),
    property('status', 'choice', 'Status', 'Proposed until somebody confirms it', {
      options: optionsOf(involvementStatuses, involvementStatusLabels),
    }),
    property('status_reason', 'text', 'Status reason', 'Why it is disputed or rejected'),
    property('status_changed_at', 'instant', 'Status changed at', 'When the status last changed'),
    property('share', 'number', 'Credit share', 'Negotiated share of the credit in percent'),
    property('evidence_type', 'choice', 'Evidence type', 'What supports the claim', {
      options: optionsOf(evidenceTypes, evidenceTypeLabels),
    }),
    property('evidence', 'long_text', 'Evidence', 'One line on how we know'),
    property('history', 'long_text', 'History', 'Every change, one per line'),
  ],
};

export const storeDefinition: ObjectDefinition = {
  name: storeObject,
  singular: 'Partner Value record',
  plural: 'Partner Value records',
  primary: 'store_key',
  secondary: [],
  searchable: ['store_key'],
  required: ['store_key'],
  associated: [],
  properties: [
    property('store_key', 'text', 'Key', 'Which record of Partner Value this is', { unique: true }),
    property('kind', 'text', 'Kind', 'What the record holds'),
    property('payload', 'long_text', 'Payload', 'Written by Partner Value; do not edit'),
    property('version', 'number', 'Version', 'Counts the saves'),
    property('checksum', 'text', 'Checksum', 'Tells whether the payload is as it was written'),
  ],
};

export const dealProperties: readonly PropertyDefinition[] = [
  property('partner_answer', 'choice', 'Partner involved?', 'Whether a partner is involved in the deal', {
    options: [
      { value: 'unanswered', label: 'Not answered' },
      { value: 'none', label: 'No partner' },
      { value: 'tagged', label: 'Partner tagged' },
    ],
  }),
  property('partner_tier', 'choice', 'Partner tier', 'Highest tier among the partners of the deal', {
    options: tierOptions,
  }),
  property('partner_origin', 'text', 'Partner origin', 'Partner that the deal came from'),
  property('partner_count', 'number', 'Partner tags', 'How many partners are tagged on the deal'),
];

export const companyProperties: readonly PropertyDefinition[] = [
  property(
    'partner_type',
    'choice',
    'Partner type',
    'Set on partner companies only: it makes a company a partner',
    {
      options: optionsOf(partnerTypes, partnerTypeLabels),
    },
  ),
  property('partner_onboarded_on', 'date', 'Partner since', 'Day the partner was onboarded'),
];

/** Association labels between an involvement and companies. */
export const accountLabel = { name: 'partner_value_account', label: 'Customer' } as const;
export const partnerLabel = { name: 'partner_value_partner', label: 'Partner' } as const;
