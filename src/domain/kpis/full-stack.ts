import type { Columns } from '../columns.ts';
import { partnerTypes, roles, stackFunctions, type Role, type StackFunction } from '../vocabulary.ts';

const functionOfRole: Readonly<Record<Role, StackFunction | null>> = {
  originator: 'sell',
  introducer: 'sell',
  champion_access: 'sell',
  commercial: 'sell',
  reseller_of_record: 'sell',
  marketplace_listing: 'sell',
  technical_validation: 'technology',
  solution_design: 'technology',
  implementation: 'implement',
  managed_service: 'run',
  reference: null,
  other: null,
};

const bitOfRole = roles.map((role) => {
  const covers = functionOfRole[role];
  return covers === null ? 0 : 1 << stackFunctions.indexOf(covers);
});
/** Functions of every set of roles, by its bits: those of the set without its lowest role, and that role's. */
const bitsOfRoles = new Uint8Array(1 << roles.length);
for (let held = 1; held < bitsOfRoles.length; held++)
  bitsOfRoles[held] = bitsOfRoles[held & (held - 1)]! | bitOfRole[31 - Math.clz32(held & -held)]!;
const designBit = 1 << roles.indexOf('solution_design');
const isv = partnerTypes.indexOf('isv');

/** Functions that one involvement covers, as bits; solution design is technology where the partner is a technology partner. */
export function functionBits({ involvements, companies }: Columns, tag: number): number {
  const isTechnologyPartner = companies.partnerType[involvements.partner[tag]!] === isv;
  return bitsOfRoles[involvements.roles[tag]! & (isTechnologyPartner ? -1 : ~designBit)]!;
}

/** The functions of the bits, in the order of the vocabulary. */
export const functionsOf = (bits: number): StackFunction[] =>
  stackFunctions.filter((_, place) => ((bits >> place) & 1) === 1);
