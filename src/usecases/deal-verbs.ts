import type { Actor, ChangedInvolvement, SchemaAddress } from '#contract/involvement';
import { Problem } from '#contract/problem';
import { mirrorOf, sameMirror, type DealMirror } from '#domain/deal-mirror';
import type { Act, Involvement, Ruling } from '#domain/involvement';
import type { LifeCycleStage } from '#domain/vocabulary';
import type { Crm, Deal } from './crm.ts';
import { involvementView } from './involvement-view.ts';

/** What every message about one deal carries. */
export interface DealMessage {
  readonly dealId: string;
  readonly actor: Actor;
  readonly schema?: SchemaAddress | undefined;
}

export interface Program {
  readonly address: SchemaAddress;
  readonly confirmers: readonly string[];
  readonly lifeCycleStageOf: (dealStage: string) => LifeCycleStage | null;
}

/** The settings that a verb needs: as the card handed them back, else read. Saves a call out of four. */
export async function programOf(crm: Crm, message: DealMessage): Promise<Program> {
  const program = message.schema?.program;
  if (message.schema && program) {
    const { confirmers, lifeCycleStage } = program;
    return { address: message.schema, confirmers, lifeCycleStageOf: () => lifeCycleStage };
  }
  const { address, settings } = await crm.installed();
  const lifeCycleStageOf = (dealStage: string) => settings.lifeCycleOf[dealStage] ?? null;
  return { address, confirmers: settings.confirmers, lifeCycleStageOf };
}

/** The author as HubSpot's page reports it: a private function gets no verified identity from HubSpot. */
export const nameOf = (actor: Actor): string => actor.email || actor.name || 'unknown';

export const isNamed = (confirmers: readonly string[], actor: Actor): boolean =>
  confirmers.some((email) => email.toLowerCase() === actor.email.toLowerCase());

/** Who acts, and whether that person may confirm: everybody where the settings name nobody. */
export const actOf = (actor: Actor, confirmers: readonly string[], now: number): Act => ({
  at: now,
  by: nameOf(actor),
  confirms: confirmers.length === 0 || isNamed(confirmers, actor),
});

export async function dealOf(crm: Crm, dealId: string): Promise<Deal> {
  const deal = await crm.deal(dealId);
  if (!deal) throw new Problem('deal_not_found');
  return deal;
}

/** The value of a ruling; a refusal becomes the problem with its sentence. */
export function granted<Value>(ruling: Ruling<Value>): Value {
  if (ruling.outcome === 'allowed') return ruling.value;
  throw new Problem(ruling.because, ruling.field === undefined ? {} : { field: ruling.field });
}

export interface TaggedDealState {
  readonly deal: Deal;
  readonly current: Involvement;
  readonly others: readonly Involvement[];
}

/** The deal, its tags and the one in question: read by association, so a tag saved a moment ago is there. */
export async function tagOnDeal(
  crm: Crm,
  message: DealMessage & { readonly involvementId: string },
): Promise<TaggedDealState> {
  const deal = await dealOf(crm, message.dealId);
  const involvements = await crm.involvements(deal.involvementIds);
  const current = involvements.find((involvement) => involvement.id === message.involvementId);
  if (!current) throw new Problem('involvement_not_found');
  const others = involvements.filter((involvement) => involvement !== current);
  return { deal, current, others };
}

/** True where another tag of the deal, not a rejected one, is the origin. */
export const hasOrigin = (involvements: readonly Involvement[]): boolean =>
  involvements.some((involvement) => involvement.origin && involvement.status !== 'rejected');

/** Writes the deal's copy of its tags where it differs. */
export async function mirrored(crm: Crm, deal: Deal, mirror: DealMirror): Promise<'saved' | 'behind'> {
  if (sameMirror(deal.mirror, mirror)) return 'saved';
  return (await crm.writeMirror(deal.id, mirror)) === null ? 'saved' : 'behind';
}

/** Saves a changed tag and brings the deal's copy into step. */
export async function saved(
  crm: Crm,
  state: TaggedDealState,
  next: Involvement,
): Promise<ChangedInvolvement> {
  if (next !== state.current) await crm.updateInvolvement(state.current, next);
  const mirror = mirrorOf([...state.others, next]);
  return {
    involvement: involvementView(next),
    answer: mirror.answer,
    mirror: await mirrored(crm, state.deal, mirror),
  };
}
