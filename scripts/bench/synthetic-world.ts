import { diceFrom, type Dice } from '#scripts/demo/dice';

export const msPerDay = 86_400_000;
export const msPerMinute = 60_000;
/** 2023-01-01 to 2026-01-01. */
export const start = Date.UTC(2023, 0, 1);
export const today = Date.UTC(2026, 0, 1);
export const partners = 120;
const minAccounts = 1000;
const dealsPerAccount = 50;
/** HubSpot numbers records of all its customers in one sequence: ids of one account lie far apart. */
const idGap = 30_000;

export interface SyntheticWorld {
  readonly seed: number;
  readonly deals: number;
  readonly accounts: number;
}

export const worldOf = (deals: number, seed: number): SyntheticWorld => ({
  seed,
  deals,
  accounts: Math.max(minAccounts, Math.round(deals / dealsPerAccount)),
});

/** Chance of one record, the same however the records are asked for. */
export function diceAt({ seed }: SyntheticWorld, kind: number, place: number): Dice {
  let state = mixed(mixed(seed * 31 + kind) ^ place);
  // Mulberry32 (Tommy Ettinger, public domain): thirty-two bits of state are enough for one record.
  return diceFrom(() => {
    state = (state + 0x6d2b79f5) | 0;
    return (mixed(state) >>> 0) / 2 ** 32;
  });
}

function mixed(value: number): number {
  let bits = Math.imul(value ^ (value >>> 15), value | 1);
  bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
  return bits ^ (bits >>> 14);
}

/** Ids ascend with the place and lie irregularly. */
export const idAt = (first: number, place: number): number =>
  first + place * idGap + ((mixed(place + 1) >>> 0) % idGap);

export const dealIdAt = (place: number): number => idAt(10_000_000_000, place);
export const companyIdAt = (place: number): string => String(idAt(7_000_000_000, place));
