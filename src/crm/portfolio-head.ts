import * as z from 'zod/mini';
import type { Head, Lease, Table } from '#usecases/crm/portfolio';

/** Of the head record. A head of another version is no head: the portfolio is built anew. */
const headVersion = 1;

const perTable = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.object({ deals: schema, involvements: schema, companies: schema });

/** An index of hundreds of segments is kept short: [key, from, rows]. */
const segments = z.array(
  z.pipe(
    z.tuple([z.int(), z.int(), z.int()]),
    z.transform(([key, from, rows]) => ({ key, from, rows })),
  ),
);
const cursor = z.nullable(z.string());
const instant = z.nullable(z.number());

const leaseSchema = z.object({ generation: z.int(), worker: z.string(), until: z.number() });

const walk = z.object({
  after: cursor,
  isDone: z.boolean(),
  from: z.int(),
  pieces: segments,
  tailFrom: z.int(),
  tailAfter: cursor,
  tailMark: z.nullable(z.string()),
  fill: z.int(),
});

const search = z.object({
  table: z.enum(['deals', 'involvements', 'companies'] satisfies Table[]),
  since: instant,
  above: z.int(),
  below: z.nullable(z.int()),
});

const work = z.object({
  phase: z.enum(['build', 'changes', 'sweep']),
  startedAt: z.number(),
  recordsRead: z.int(),
  recordsTotal: z.int(),
  segmentsWritten: z.int(),
  rebuilt: z.int(),
  walks: z.nullable(perTable(walk)),
  searches: z.array(search),
});

const stage = z.object({ id: z.string(), label: z.string(), outcome: z.enum(['open', 'won', 'lost']) });

const storedHead = z.object({ headVersion: z.int(), head: z.unknown() });

const headSchema = z.object({
  reading: z.object({ format: z.int(), homeCurrency: z.string(), stages: z.array(z.string()) }),
  pipelines: z.array(z.object({ id: z.string(), label: z.string(), stages: z.array(stage) })),
  // A head that was written before owners had names has none.
  owners: z._default(z.array(z.object({ id: z.string(), label: z.string() })), []),
  segments: perTable(segments),
  nextKey: perTable(z.int()),
  readFrom: instant,
  sweptAt: instant,
  work: z.nullable(work),
  lease: z.nullable(leaseSchema),
  trash: z.array(z.string()),
  spent: z.array(z.object({ at: z.number(), calls: z.int() })),
});

type Index = Head['segments'][Table];
const short = (entries: Index) => entries.map(({ key, from, rows }) => [key, from, rows]);
const shortPerTable = <Value, Short>(
  values: Readonly<Record<Table, Value>>,
  of: (value: Value) => Short,
) => ({
  deals: of(values.deals),
  involvements: of(values.involvements),
  companies: of(values.companies),
});

export function headText(head: Head): string {
  const { segments: index, work: atWork, ...rest } = head;
  const walks =
    atWork?.walks && shortPerTable(atWork.walks, (place) => ({ ...place, pieces: short(place.pieces) }));
  const work = atWork && { ...atWork, walks: walks ?? null };
  return JSON.stringify({ headVersion, head: { ...rest, segments: shortPerTable(index, short), work } });
}

/** Null for a text that is no head of this version. */
export function headOf(text: string): Head | null {
  const stored = storedHead.safeParse(toJson(text)).data;
  return stored?.headVersion === headVersion ? (headSchema.safeParse(stored.head).data ?? null) : null;
}

export const leaseOf = (text: string): Lease | null => leaseSchema.safeParse(toJson(text)).data ?? null;

export const keysOf = (text: string): string[] => z.array(z.string()).safeParse(toJson(text)).data ?? [];

function toJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
