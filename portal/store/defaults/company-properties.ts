import type { PropertyDefinition } from '../catalog-types.ts';
import { calculated, define, optionsOf, readOnly, systemProperties } from './define.ts';
import { industries } from './industries.ts';

const group = 'companyinformation';

const lifecycleStages = optionsOf([
  ['subscriber', 'Subscriber'],
  ['lead', 'Lead'],
  ['marketingqualifiedlead', 'Marketing Qualified Lead'],
  ['salesqualifiedlead', 'Sales Qualified Lead'],
  ['opportunity', 'Opportunity'],
  ['customer', 'Customer'],
  ['evangelist', 'Evangelist'],
  ['other', 'Other'],
]);

const companyTypes = optionsOf([
  ['PROSPECT', 'Prospect'],
  ['PARTNER', 'Partner'],
  ['RESELLER', 'Reseller'],
  ['VENDOR', 'Vendor'],
  ['OTHER', 'Other'],
]);

export const companyProperties = (): PropertyDefinition[] => [
  define(group, 'name', 'Company name', 'string'),
  define(group, 'domain', 'Company Domain Name', 'string'),
  define(group, 'website', 'Website URL', 'string'),
  define(group, 'industry', 'Industry', 'enumeration', { options: industries }),
  define(group, 'country', 'Country/Region', 'string'),
  define(group, 'state', 'State/Region', 'string'),
  define(group, 'city', 'City', 'string'),
  define(group, 'address', 'Street Address', 'string'),
  define(group, 'zip', 'Postal Code', 'string'),
  define(group, 'phone', 'Phone Number', 'string', { fieldType: 'phonenumber' }),
  define(group, 'description', 'Description', 'string', { fieldType: 'textarea' }),
  define(group, 'numberofemployees', 'Number of Employees', 'number'),
  define(group, 'annualrevenue', 'Annual Revenue', 'number'),
  define(group, 'type', 'Type', 'enumeration', { options: companyTypes }),
  define(group, 'lifecyclestage', 'Lifecycle Stage', 'enumeration', {
    fieldType: 'radio',
    options: lifecycleStages,
  }),
  define(group, 'founded_year', 'Year Founded', 'string'),
  define(group, 'createdate', 'Create Date', 'datetime'),
  define(group, 'hs_parent_company_id', 'Parent Company', 'number', readOnly),
  define(group, 'hs_num_child_companies', 'Number of child companies', 'number', calculated),
  define(group, 'num_associated_deals', 'Number of Associated Deals', 'number', calculated),
  define(group, 'num_associated_contacts', 'Number of Associated Contacts', 'number', calculated),
  ...systemProperties(group),
];

const contactGroup = 'contactinformation';

export const contactProperties = (): PropertyDefinition[] => [
  define(contactGroup, 'firstname', 'First Name', 'string'),
  define(contactGroup, 'lastname', 'Last Name', 'string'),
  define(contactGroup, 'email', 'Email', 'string', { hasUniqueValue: true }),
  define(contactGroup, 'jobtitle', 'Job Title', 'string'),
  define(contactGroup, 'phone', 'Phone Number', 'string', { fieldType: 'phonenumber' }),
  define(contactGroup, 'company', 'Company Name', 'string'),
  define(contactGroup, 'country', 'Country/Region', 'string'),
  define(contactGroup, 'city', 'City', 'string'),
  define(contactGroup, 'lifecyclestage', 'Lifecycle Stage', 'enumeration', {
    fieldType: 'radio',
    options: lifecycleStages,
  }),
  define(contactGroup, 'createdate', 'Create Date', 'datetime'),
  define(contactGroup, 'lastmodifieddate', 'Last Modified Date', 'datetime', readOnly),
  define(contactGroup, 'associatedcompanyid', 'Primary Associated Company ID', 'number', readOnly),
  ...systemProperties(contactGroup),
];
