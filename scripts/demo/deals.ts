import type { NewInvolvement } from '#domain/involvement';
import type { DealRecord, Properties } from '../import/dataset.ts';
import type { Account } from './accounts.ts';
import type { Dice } from './dice.ts';
import { lifeOf, type Life } from './life.ts';
import { lostReasons, products, sellers } from './names.ts';
import type { Partner } from './partners.ts';
import { newBusiness, renewals, type DemoPipeline } from './pipelines.ts';
import { tagsOf, type Period } from './tags.ts';

const msPerDay = 86_400_000;

export const homeCurrency = 'EUR';
/** Value of one unit in euros, as the deals of the demo were booked. */
const currencies = [
  { code: 'EUR', rate: 1, weight: 70 },
  { code: 'USD', rate: 0.92, weight: 18 },
  { code: 'GBP', rate: 1.17, weight: 12 },
] as const;

export interface DemoDeal {
  readonly deal: DealRecord;
  readonly tags: readonly NewInvolvement[];
}

export interface DemoMarket {
  readonly accounts: readonly Account[];
  readonly partners: readonly Partner[];
  readonly period: Period;
}

export function dealOf(dice: Dice, id: string, market: DemoMarket): DemoDeal {
  const { accounts, partners, period } = market;
  const pipeline = dice.chance(0.78) ? newBusiness : renewals;
  const account = dice.weighted(accounts, ({ weight }) => weight);
  const createdAt = workingTime(dice, period);
  const sourced = pipeline === newBusiness && dice.chance(0.09);
  const life = lifeOf(dice, pipeline, createdAt, period.today, sourced ? 0.04 : 0);
  const tags = tagsOf(dice, { id, accountId: account.id, createdAt, life, sourced }, partners, period);
  return {
    deal: {
      id,
      pipeline: pipeline.label,
      stage: life.stage,
      properties: propertiesOf(dice, pipeline, account, createdAt, life),
      stageEntered: life.entered,
      owner: dice.pick(sellers),
      primaryCompanyId: account.id,
      otherCompanyIds: companiesBeside(dice, tags, partners),
      answer: answerOf(dice, life),
    },
    tags,
  };
}

/** A working hour of the period; later years have more deals than earlier ones. */
function workingTime(dice: Dice, { start, today }: Period): number {
  const days = (today - start) / msPerDay;
  const day = Math.floor(days * Math.pow(dice.roll(), 0.7));
  return Math.min(
    today - 3_600_000,
    start + day * msPerDay + dice.whole(8, 17) * 3_600_000 + dice.whole(0, 59) * 60_000,
  );
}

function propertiesOf(
  dice: Dice,
  pipeline: DemoPipeline,
  account: Account,
  createdAt: number,
  life: Life,
): Properties {
  const currency = dice.weighted(currencies, ({ weight }) => weight);
  const median = pipeline === newBusiness ? 14_000 : 9_000;
  const size = Math.pow(account.employees / 400, 0.3);
  const amount = Math.round((dice.logNormal(median, 0.85) * size) / 50) * 50;
  const existing = pipeline === renewals || dice.chance(0.15);
  return {
    dealname: `${account.name} – ${dice.pick(products)}`,
    createdate: new Date(createdAt).toISOString(),
    closedate: new Date(life.closeAt).toISOString(),
    amount: String(amount),
    deal_currency_code: currency.code,
    hs_exchange_rate: String(currency.rate),
    amount_in_home_currency: String(Math.round(amount * currency.rate * 100) / 100),
    dealtype: existing ? 'existingbusiness' : 'newbusiness',
    ...(life.outcome === 'lost' && dice.chance(0.85) ? { closed_lost_reason: dice.pick(lostReasons) } : {}),
  };
}

/** Partners stand beside the customer on many deals: on tagged ones, and on some where nobody has tagged them yet. */
function companiesBeside(
  dice: Dice,
  tags: readonly NewInvolvement[],
  partners: readonly Partner[],
): readonly string[] {
  const tagged = tags.map(({ partnerId }) => partnerId).filter(() => dice.chance(0.7));
  if (tags.length > 0 || !dice.chance(0.08)) return tagged;
  return [dice.weighted(partners, ({ weight }) => weight).id];
}

/** Sellers answer for most deals in the end; for young ones they have not yet. */
const answerOf = (dice: Dice, { outcome, visits }: Life): DealRecord['answer'] =>
  dice.chance(outcome === 'open' ? 0.3 + 0.12 * visits.length : 0.86) ? 'none' : 'unanswered';
