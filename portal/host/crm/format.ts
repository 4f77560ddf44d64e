import { boot } from '../boot.ts';
import type { Definitions, PropertyDefinition } from './definitions.ts';
import type { Properties } from './records.ts';

const locale = boot.user.locale;
const zone = boot.timeZone;

const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: zone });
const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });

/** HubSpot sends moments as ISO text and, in older records, as epoch milliseconds. */
const toMoment = (value: string): Date => new Date(/^\d{11,}$/.test(value) ? Number(value) : value);

const dated = (format: Intl.DateTimeFormat, value: string): string => {
  const moment = toMoment(value);
  return Number.isNaN(moment.getTime()) ? value : format.format(moment);
};

export const formatDay = (value: string): string => dated(days, value);
export const formatMoment = (value: string): string => dated(moments, value);

function formatMoney(value: string, currency: string): string {
  const amount = Number(value);
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 2 }).format(
      amount,
    );
  } catch {
    return `${numbers.format(amount)} ${currency}`;
  }
}

const isMoney = (definition: PropertyDefinition): boolean =>
  definition.type === 'number' &&
  (definition.showCurrencySymbol === true ||
    /(^|_)(amount|revenue)(_|$)|annualrevenue/.test(definition.name));

const isShare = (definition: PropertyDefinition): boolean =>
  definition.numberDisplayHint === 'percentage' || definition.name === 'hs_deal_stage_probability';

const currencyFor = (name: string, properties: Properties): string =>
  /home_currency/.test(name) ? boot.homeCurrency : (properties['deal_currency_code'] ?? boot.homeCurrency);

function formatByName(name: string, value: string, known: Definitions): string | null {
  if (name === 'hubspot_owner_id') return known.owners.get(value) ?? value;
  if (name === 'pipeline') return known.pipelines.find(({ id }) => id === value)?.label ?? value;
  if (name === 'dealstage') {
    return known.pipelines.flatMap(({ stages }) => stages).find(({ id }) => id === value)?.label ?? value;
  }
  return null;
}

function formatByType(definition: PropertyDefinition, value: string, properties: Properties): string {
  switch (definition.type) {
    case 'date':
      return dated(dates, value);
    case 'datetime':
      // A close date is a day to whoever plans a deal, though HubSpot keeps a moment.
      return definition.name === 'closedate' ? formatDay(value) : formatMoment(value);
    case 'number':
      if (!Number.isFinite(Number(value))) return value;
      if (isMoney(definition)) return formatMoney(value, currencyFor(definition.name, properties));
      return (isShare(definition) ? percents : numbers).format(Number(value));
    case 'bool':
      return value === 'true' ? 'Yes' : 'No';
    case 'enumeration':
      return value
        .split(';')
        .map((one) => definition.options?.find((option) => option.value === one)?.label ?? one)
        .join(', ');
    default:
      return value;
  }
}

/** A property's value as a person reads it; an empty one is an empty string. */
export function formatProperty(name: string, properties: Properties, known: Definitions): string {
  const value = properties[name];
  if (value === null || value === undefined || value === '') return '';
  const named = formatByName(name, value, known);
  if (named !== null) return named;
  const definition = known.properties.get(name);
  return definition ? formatByType(definition, value, properties) : value;
}
