import { dayOf } from '#domain/day';
import type { NewInvolvement } from '#domain/involvement';
import type { LifeCycleStage, Role } from '#domain/vocabulary';
import type { Dice } from './dice.ts';
import type { Life } from './life.ts';
import { disputeReasons, evidenceLines, sellers } from './names.ts';
import { rolesByType, tierOf, type Partner } from './partners.ts';

const msPerDay = 86_400_000;

export interface TaggedDeal {
  readonly id: string;
  readonly accountId: string;
  readonly createdAt: number;
  readonly life: Life;
  /** The deal came from a partner, which was tagged at once. */
  readonly sourced: boolean;
}

export interface Period {
  readonly start: number;
  readonly today: number;
}

/** The tags of a deal: sellers bring partners in late, because an advanced deal is worth a partner's time. */
export function tagsOf(
  dice: Dice,
  deal: TaggedDeal,
  partners: readonly Partner[],
  period: Period,
): NewInvolvement[] {
  const first = deal.sourced ? deal.createdAt : entryOf(dice, deal.life);
  if (first === null) return [];
  const tags: NewInvolvement[] = [];
  const wanted = dice.weighted([1, 2, 3, 4], (n) => [0, 74, 18, 6, 2][n] ?? 0);
  for (let entered = first; tags.length < wanted; entered += dice.whole(1, 12) * msPerDay) {
    const present = partners.filter(({ id, onboardedAt, weight }) => {
      return weight > 0 && onboardedAt < entered && !tags.some(({ partnerId }) => partnerId === id);
    });
    if (present.length === 0 || entered > lastDay(deal.life, period.today)) break;
    const partner = dice.weighted(present, ({ weight }) => weight);
    tags.push(tagOf(dice, deal, partner, entered, tags.length === 0, period));
  }
  return tags;
}

const lastDay = ({ outcome, closeAt }: Life, today: number): number => (outcome === 'open' ? today : closeAt);

/** The day on which a partner comes in, or null: each stage has its own rate. */
function entryOf(dice: Dice, { visits }: Life): number | null {
  for (const { stage, from, until } of visits) {
    const at = Math.round(from + dice.wait(stage.partnerAfterDays) * msPerDay);
    if (at < until) return at;
  }
  return null;
}

function tagOf(
  dice: Dice,
  deal: TaggedDeal,
  partner: Partner,
  entered: number,
  first: boolean,
  period: Period,
): NewInvolvement {
  const origin = deal.sourced && first;
  const tagged = taggedAtOf(dice, deal, entered, period.today);
  const backDated = dayOf(tagged) - dayOf(entered) > 7;
  const by = `${dice.pick(sellers).toLowerCase().replaceAll(' ', '.')}@company.example`;
  const progress = (entered - period.start) / (period.today - period.start);
  const tier = origin ? 'source' : tierOf(dice, partner, progress);
  const withEvidence = backDated || dice.chance(0.45);
  const roles: readonly Role[] = origin
    ? ['originator', ...rolesByType[partner.type].slice(0, 1)]
    : [dice.pick(rolesByType[partner.type])];
  return {
    dealId: deal.id,
    accountId: deal.accountId,
    partnerId: partner.id,
    partnerName: partner.name,
    tier: tier === 'source' && !origin ? 'co_sell' : tier,
    origin,
    roles,
    stages: [...stagesTouched(deal.life, entered), ...afterTheSale(deal.life, roles)],
    enteredOn: dayOf(entered),
    ...exitOf(dice, deal.life, entered, period.today),
    ...statusOf(dice, tagged, period.today),
    share: dice.chance(0.08) ? dice.pick([20, 30, 50]) : null,
    evidenceType: withEvidence ? dice.pick(['meeting', 'email_intro', 'registration', 'document']) : null,
    evidence: withEvidence ? dice.pick(evidenceLines) : null,
    taggedAt: tagged,
    taggedBy: by,
    taggedFrom: 'card',
    history: [{ at: tagged, by, what: `Tagged as ${tier.replace('_', ' ')}` }],
  };
}

/** Most tags are made within days; some are remembered weeks later, and a few only after the close. */
function taggedAtOf(dice: Dice, { life, sourced }: TaggedDeal, entered: number, today: number): number {
  if (life.outcome !== 'open' && dice.chance(0.07)) {
    return Math.min(today, life.closeAt + dice.whole(1, 25) * msPerDay);
  }
  const delay = sourced ? 0.2 : dice.chance(0.15) ? dice.whole(9, 25) : dice.logNormal(1.5, 0.8);
  return Math.round(
    Math.min(today, Math.max(entered, Math.min(entered + delay * msPerDay, lastDay(life, today)))),
  );
}

const stagesTouched = ({ visits }: Life, entered: number): readonly LifeCycleStage[] => [
  ...new Set(visits.filter(({ until }) => until >= entered).map(({ stage }) => stage.lifeCycle)),
];

/** Who implements brings the new customer on board; who runs it stays until it is used. */
function afterTheSale({ outcome }: Life, roles: readonly Role[]): readonly LifeCycleStage[] {
  if (outcome !== 'won') return [];
  if (roles.includes('managed_service')) return ['onboard', 'adopt'];
  return roles.includes('implementation') ? ['onboard'] : [];
}

type Exit = Pick<NewInvolvement, 'exitedOn' | 'exitReason'>;

function exitOf(dice: Dice, life: Life, entered: number, today: number): Exit {
  const end = lastDay(life, today);
  if (dice.chance(0.12) && end - entered > 10 * msPerDay) {
    const exitedOn = dayOf(entered + dice.roll() * (end - entered));
    return { exitedOn, exitReason: dice.pick(['completed', 'withdrew', 'replaced']) };
  }
  if (life.outcome !== 'open' && dice.chance(0.3)) return { exitedOn: dayOf(end), exitReason: 'deal_closed' };
  return { exitedOn: null, exitReason: null };
}

type Status = Pick<NewInvolvement, 'status' | 'statusReason' | 'statusChangedAt'>;

/** Partner managers confirm within days; young tags are still proposed, a few are disputed or rejected. */
function statusOf(dice: Dice, tagged: number, today: number): Status {
  const changed = tagged + dice.whole(1, 9) * msPerDay;
  const young = today - tagged < 40 * msPerDay;
  if (changed > today || dice.chance(young ? 0.5 : 0.015)) {
    return { status: 'proposed', statusReason: null, statusChangedAt: null };
  }
  const roll = dice.roll();
  if (roll < 0.9) return { status: 'confirmed', statusReason: null, statusChangedAt: changed };
  const status = roll < 0.96 ? 'disputed' : 'rejected';
  return { status, statusReason: dice.pick(disputeReasons), statusChangedAt: changed };
}
