import * as z from 'zod/mini';
import { involvementObject, qualifiedName } from '#contract/schema';
import type { Deal, DealReading, Pipeline } from '#usecases/crm';
import type { Objects } from './objects.ts';
import { dealProperties, enteredProperty, propertyNames, timeInProperty, type CrmRecord } from './records.ts';
import { dealOf } from './rows.ts';
import type { Send } from './transport.ts';
import { apiVersion } from './version.ts';

export const dealPropertyNames = ({ stages }: DealReading): string[] => [
  ...propertyNames(dealProperties),
  ...stages.flatMap((stage) => [enteredProperty(stage), timeInProperty(stage)]),
];

const associationPage = z.object({
  results: z.array(
    z.object({
      to: z.array(z.object({ toObjectId: z.union([z.string(), z.number()]) })),
      paging: z.nullish(z.object({ next: z.optional(z.object({ after: z.string() })) })),
    }),
  ),
});

/**
 * A deal with the ids of its tags and companies in one call. HubSpot truncates inline associations, so a list with a
 * next page is read to its end.
 */
export async function readDeal(
  send: Send,
  objects: Objects,
  portalId: number,
  id: string,
): Promise<Deal | null> {
  const involvements = qualifiedName(portalId, involvementObject);
  const record = await objects.get('deals', id, {
    properties: propertyNames(dealProperties),
    associations: [involvements, 'companies'],
  });
  if (!record) return null;
  const [involvementIds, companyIds] = await Promise.all([
    associatedIds(send, record, involvements),
    associatedIds(send, record, 'companies'),
  ]);
  return dealOf(record, involvementIds, companyIds);
}

/** UNVERIFIED: that HubSpot keys the inline list of a custom object by its qualified name, in small letters or not. */
async function associatedIds(send: Send, record: CrmRecord, type: string): Promise<string[]> {
  const lists = Object.entries(record.associations ?? {});
  const list = lists.find(([name]) => name.toLowerCase().startsWith(type.toLowerCase()))?.[1];
  if (!list) return [];
  const ids = new Set(list.results.map((result) => result.id));
  let after = list.paging?.next?.after;
  while (after !== undefined) {
    const body = { inputs: [{ id: record.id, after }] };
    const path = `/crm/associations/${apiVersion}/deals/${type}/batch/read`;
    const answer = await send({ method: 'POST', path, body, budget: 'associations', repeatable: true });
    const [page] = associationPage.parse(answer.body).results;
    page?.to.forEach((to) => ids.add(String(to.toObjectId)));
    after = page?.paging?.next?.after;
  }
  return [...ids];
}

const pipelineList = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      displayOrder: z.optional(z.number()),
      stages: z.array(
        z.object({
          id: z.string(),
          label: z.string(),
          displayOrder: z.optional(z.number()),
          metadata: z.optional(
            z.object({ isClosed: z.optional(z.string()), probability: z.optional(z.string()) }),
          ),
        }),
      ),
    }),
  ),
});

/** A closed stage is won at probability 1 and lost otherwise: https://developers.hubspot.com/docs/api-reference/crm-pipelines-v3/guide */
export async function readPipelines(send: Send): Promise<Pipeline[]> {
  const { body } = await send({ method: 'GET', path: `/crm/pipelines/${apiVersion}/deals` });
  return inOrder(pipelineList.parse(body).results).map(({ id, label, stages }) => ({
    id,
    label,
    stages: inOrder(stages).map((stage) => ({
      id: stage.id,
      label: stage.label,
      outcome:
        stage.metadata?.isClosed !== 'true'
          ? 'open'
          : Number(stage.metadata.probability) === 1
            ? 'won'
            : 'lost',
    })),
  }));
}

const inOrder = <Item extends { displayOrder?: number | undefined }>(items: readonly Item[]): Item[] =>
  [...items].sort((one, other) => (one.displayOrder ?? 0) - (other.displayOrder ?? 0));
