import type { PartnerType, Role, Tier } from '#domain/vocabulary';
import type { CompanyRecord } from '../import/dataset.ts';
import type { Dice } from './dice.ts';
import { countries, slug } from './names.ts';

export interface Partner extends CompanyRecord {
  readonly name: string;
  readonly type: PartnerType;
  /** How often sellers bring it in, relative to the others. */
  readonly weight: number;
  readonly onboardedAt: number;
}

const msPerDay = 86_400_000;

const named: readonly (readonly [string, PartnerType, number])[] = [
  ['Ardenfels Consulting', 'si', 22],
  ['Norvik Cloud Market', 'hyperscaler', 16],
  ['Bluequarry Integrators', 'si', 13],
  ['Lanternway Technologies', 'isv', 11],
  ['Pinebridge Resell', 'reseller', 10],
  ['Castellan Distribution', 'distributor', 8],
  ['Meridown Managed IT', 'msp', 7],
  ['Osterwick Partners', 'advisor', 6],
  ['Copperleaf Agency', 'referral', 6],
  ['Tidemark Systems', 'reseller', 5],
  ['Halden & Rowe', 'si', 5],
  ['Fernstone Analytics', 'isv', 4],
  ['Greycliff Networks', 'msp', 4],
  ['Sundale Embedded', 'oem', 3],
  ['Willowmark', 'referral', 3],
  ['Kestrelgate', 'isv', 3],
  ['Vantmoor Resell', 'reseller', 2],
  ['Elmsworth Advisory', 'advisor', 2],
  ['Redmaple Digital', 'referral', 2],
  ['Stonefield Wholesale', 'distributor', 2],
  ['Harbourlight IT', 'msp', 1],
  ['Quillon Labs', 'isv', 1],
  ['Amberline Consulting', 'si', 0],
  ['Ridgeway Alliance', 'other', 0],
];

/** The partner that climbs the ladder: from helping, over selling together, to a joint solution. */
export const climber = 'Lanternway Technologies';

export function partnersOf(dice: Dice, firstId: number, start: number, today: number): readonly Partner[] {
  return named.map(([name, type, weight], index) => {
    const late = index >= 16;
    const onboardedAt = late ? today - dice.whole(60, 400) * msPerDay : start - dice.whole(0, 45) * msPerDay;
    const domain = `${slug(name)}.example`;
    const properties = {
      name,
      domain,
      industry: 'Information technology',
      country: dice.weighted(countries, (country) => country.weight).name,
      numberofemployees: String(Math.round(dice.logNormal(180, 1))),
      type: 'PARTNER',
      partner_type: type,
      partner_onboarded_on: new Date(onboardedAt).toISOString().slice(0, 10),
    };
    return { id: String(firstId + index), name, type, weight, onboardedAt, properties };
  });
}

export const rolesByType: Readonly<Record<PartnerType, readonly Role[]>> = {
  referral: ['introducer'],
  reseller: ['reseller_of_record', 'commercial'],
  distributor: ['commercial'],
  si: ['implementation', 'solution_design', 'champion_access'],
  msp: ['managed_service', 'implementation'],
  isv: ['technical_validation', 'solution_design'],
  hyperscaler: ['marketplace_listing', 'commercial'],
  oem: ['technical_validation'],
  advisor: ['reference', 'champion_access'],
  other: ['other'],
};

/** What kind of part a partner plays when it enters a deal after its start; the climber's grows over the years. */
export function tierOf(dice: Dice, partner: Partner, progress: number): Tier {
  if (partner.name === climber) {
    const steps = ['assist', 'co_sell', 'source', 'joint_solution'] as const;
    return steps[Math.min(3, Math.floor(progress * 4))] ?? 'assist';
  }
  const roll = dice.roll();
  return roll < 0.5 ? 'assist' : roll < 0.94 ? 'co_sell' : 'joint_solution';
}
