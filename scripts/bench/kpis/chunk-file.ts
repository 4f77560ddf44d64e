import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import type { Columns } from '#domain/columns';
import type { DealColumns } from '#domain/columns/deal-columns';
import type { InvolvementColumns } from '#domain/columns/involvement-columns';

const arrays = { Float64Array, Int32Array, Int16Array, Uint16Array, Uint8Array };
type Column = InstanceType<(typeof arrays)[keyof typeof arrays]>;
type Parts = Pick<Columns, 'deals' | 'involvements'>;

/** Where a column lies in the bytes of its chunk. */
interface Place {
  readonly part: keyof Parts;
  readonly name: string;
  readonly type: keyof typeof arrays;
  readonly offset: number;
  readonly length: number;
}

interface Head {
  readonly places: readonly Place[];
  readonly bytes: number;
  readonly counts: Readonly<Record<keyof Parts, number>>;
}

const parts = ['deals', 'involvements'] as const;
const widest = 8;

/** Chunks as raw columns in a file, so that a process can compute from them without having made them. */
export function chunkWriter(path: string): { write: (chunk: Parts) => void; close: () => void } {
  const file = openSync(path, 'w');
  return {
    write: (chunk) => {
      const columns = parts.flatMap((part) =>
        Object.entries(chunk[part] as unknown as Record<string, number | Column>).flatMap(([name, column]) =>
          typeof column === 'number' ? [] : [{ part, name, column }],
        ),
      );
      let offset = 0;
      const places = columns.map(({ part, name, column }): Place => {
        const at = offset;
        offset += Math.ceil(column.byteLength / widest) * widest;
        return {
          part,
          name,
          type: column.constructor.name as Place['type'],
          offset: at,
          length: column.length,
        };
      });
      const counts = { deals: chunk.deals.count, involvements: chunk.involvements.count };
      const head = Buffer.from(JSON.stringify({ places, bytes: offset, counts } satisfies Head));
      const body = Buffer.alloc(offset);
      columns.forEach(({ column }, at) =>
        body.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), places[at]!.offset),
      );
      const size = Buffer.alloc(4);
      size.writeUInt32LE(head.length);
      writeSync(file, Buffer.concat([size, head, body]));
    },
    close: () => closeSync(file),
  };
}

/** The chunks of the file, one after the other in the same memory: each holds until the next. */
export function* readChunks(path: string): Iterable<Parts> {
  const file = openSync(path, 'r');
  const size = Buffer.alloc(4);
  let room = new ArrayBuffer(0);
  while (readSync(file, size) === 4) {
    const text = Buffer.alloc(size.readUInt32LE());
    readSync(file, text);
    const { places, bytes, counts } = JSON.parse(text.toString()) as Head;
    if (room.byteLength < bytes) room = new ArrayBuffer(bytes + bytes / 4);
    if (bytes > 0) readSync(file, new Uint8Array(room, 0, bytes));
    const of = (part: keyof Parts) => ({
      count: counts[part],
      ...Object.fromEntries(
        places
          .filter((place) => place.part === part)
          .map(({ name, type, offset, length }) => [name, new arrays[type](room, offset, length)]),
      ),
    });
    const [deals, involvements]: unknown[] = [of('deals'), of('involvements')];
    yield { deals: deals as DealColumns, involvements: involvements as InvolvementColumns };
  }
  closeSync(file);
}
