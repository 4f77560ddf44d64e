import { at, day, makeCompany, makeDeal, makeInvolvement } from '#test/make';
import { decodeRows, encodeRows, type Table } from './codec.ts';

const written = {
  deals:
    'UAEAAQMABQAODjQAAOIAADAAAAQAAAEBAAEHAWRlZmF1bHQBAgABCQMBcXVhbGlmaWVkd29uAQMBCAgIAQAAAA8AAAMFAQEADwAAAwUCAgEfAAADBQEAAQIBAQEAAQ4BAQEBAQEBAAIIBwEBAQEBAQABCwFuZXdidXNpbmVzcwEBAQEBAQABBQFQcmVpcwEBBLgAAN8AAIIAAAMAAAACYGBgrq6uAANAQEDp6ekDAwMCiAATAAEKCgoB+vr6AQYGBgA=',
  involvements:
    'UAEBAQcBAAHIAgICAgICAAECAAAAAAAAAQEBAAGwAQEAAQoBUGFydG5lciA4OAEBAQIAAAEHAQUFBQUFBQUBAAAAAQEAAAAFAwEBAAYFAQEBAgECAgAHCQICAgMBAwMEBAEBAAMFBgECBAECAQAMAQABAgMEBQYHCAkKCwEBAAAAAAAAAQIBAAgBAAECAwQFBgcBAQAAAAAAAAT4AAAAAAAA6gAAAAAAAIIAAAAAAAADAAAAAAAAAAF0A0DpAwEEAgoa',
  companies:
    'UAECAQoBAAJAAgICAgICAgICBgAAAAAAAAAAAAEKAQICAgICAgICAgIBAQAKAAIAAwEEAgUABgAHAAgACQABAAIDBAUGBwgJAQABCwsLCwsLCwsLCwFDb21wYW55IDgwMENvbXBhbnkgODAxQ29tcGFueSA4MDJDb21wYW55IDgwM0NvbXBhbnkgODA0Q29tcGFueSA4MDVDb21wYW55IDgwNkNvbXBhbnkgODA3Q29tcGFueSA4MDhDb21wYW55IDgwOQEBAAEHAcluZXJnaWUBAQAAAAAAAAAAAAEBAAEKAdZzdGVycmVpY2gBAAEAAAAAAAAAAAEIARgCXJ4=',
};

// The words as they were when the version was written: a word keeps its place for ever, new ones come at the end.
const tiers = ['assist', 'co_sell', 'source', 'joint_solution'] as const;
const roles = [
  'originator',
  'introducer',
  'champion_access',
  'technical_validation',
  'solution_design',
  'commercial',
  'reseller_of_record',
  'implementation',
  'managed_service',
  'marketplace_listing',
  'reference',
  'other',
] as const;
const lifeCycleStages = [
  'identify',
  'engage',
  'evaluate',
  'decide',
  'onboard',
  'adopt',
  'renew',
  'expand',
] as const;
const involvementStatuses = ['proposed', 'confirmed', 'disputed', 'rejected'] as const;
const evidenceTypes = [
  'meeting',
  'email_intro',
  'registration',
  'document',
  'marketplace_offer',
  'seller_statement',
  'import',
] as const;
const partnerTypes = [
  'referral',
  'reseller',
  'distributor',
  'si',
  'msp',
  'isv',
  'hyperscaler',
  'oem',
  'advisor',
  'other',
] as const;
const partnerAnswers = ['unanswered', 'none', 'tagged'] as const;

const rows = {
  deals: (['open', 'won', 'lost'] as const).map((outcome, place) =>
    makeDeal({
      id: 9_000_000_000 + 7 * place,
      outcome,
      answer: partnerAnswers[place]!,
      amountMinor: 1_250_000,
      weightedMinor: 625_000,
      foreignAmount: place === 2,
      closeAt: at('2026-05-01'),
      lossReason: outcome === 'lost' ? 'Preis' : null,
      stageEnteredAt: { qualified: at('2026-01-01'), won: at('2026-02-01') },
      timeInStage: { qualified: 31 * 86_400_000 },
    }),
  ),
  involvements: evidenceTypes.map((evidenceType, place) =>
    makeInvolvement({
      id: String(100 + place),
      tier: tiers[place % tiers.length]!,
      status: involvementStatuses[place % involvementStatuses.length]!,
      roles: place === 0 ? roles : [],
      stages: place === 0 ? lifeCycleStages : [],
      origin: place === 1,
      imported: place === 2,
      hasEvidence: place === 3,
      exitedOn: place === 4 ? day('2026-03-01') : null,
      statusChangedAt: place === 5 ? at('2026-04-01') : null,
      share: place === 6 ? 33.33 : null,
      evidenceType,
    }),
  ),
  companies: partnerTypes.map((partnerType, place) =>
    makeCompany({
      id: String(800 + place),
      partnerType,
      industry: place === 0 ? 'Énergie' : null,
      region: place === 1 ? 'Österreich' : null,
      employees: place === 2 ? 1200 : null,
      onboardedOn: place === 3 ? day('2025-07-01') : null,
    }),
  ),
};

const asText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

it.each(['deals', 'involvements', 'companies'] as const)(
  'a segment of %s that this version once wrote is still read, and written the same',
  <T extends Table>(table: T) => {
    expect(decodeRows(table, Buffer.from(written[table], 'base64'))).toEqual(rows[table]);
    expect(asText(encodeRows<Table>(table, rows[table]))).toBe(written[table]);
  },
);
