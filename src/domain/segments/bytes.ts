import { damaged } from './segment-unreadable.ts';

/** Bytes in the order in which they are written. */
export interface ByteWriter {
  /** Makes room for so many bytes and gives the place of the first; the caller fills them in `target`. */
  readonly room: (size: number) => number;
  readonly target: () => Uint8Array;
  readonly written: () => Uint8Array;
}

export function byteWriter(): ByteWriter {
  let bytes = new Uint8Array(1 << 16);
  let length = 0;
  return {
    room: (size) => {
      const start = length;
      length += size;
      if (length > bytes.length) {
        const wider = new Uint8Array(Math.max(bytes.length * 2, length));
        wider.set(bytes);
        bytes = wider;
      }
      return start;
    },
    target: () => bytes,
    written: () => bytes.slice(0, length),
  };
}

export interface ByteReader {
  readonly bytes: Uint8Array;
  /** Place of the next so many bytes; refused where there are not as many. */
  readonly skip: (size: number) => number;
  /** Refuses what is left over. */
  readonly end: () => void;
  /** Numbers to be filled by who reads a column: their first values are whatever they were. */
  readonly column: (count: number) => Float64Array;
}

/** Where columns are put while a segment is read. */
export type Columnar = (count: number) => Float64Array;

const columnOfItsOwn: Columnar = (count) => new Float64Array(count);

export function byteReader(bytes: Uint8Array, column: Columnar = columnOfItsOwn): ByteReader {
  let at = 0;
  return {
    bytes,
    column,
    skip: (size) => {
      if (!(size >= 0 && at + size <= bytes.length)) throw damaged('it ends early');
      const start = at;
      at += size;
      return start;
    },
    end: () => {
      if (at !== bytes.length) throw damaged('bytes are left over');
    },
  };
}

/**
 * Memory that is used again for every segment: hundreds of segments would otherwise leave hundreds of megabytes for the
 * garbage collector to find.
 */
export interface Scratch {
  readonly column: Columnar;
  /** Gives everything back: columns taken before must not be read any more. */
  readonly clear: () => void;
}

export function scratch(): Scratch {
  let numbers = new Float64Array(1 << 16);
  let used = 0;
  return {
    column: (count) => {
      if (used + count > numbers.length) {
        numbers = new Float64Array(Math.max(numbers.length * 2, count));
        used = 0;
      }
      used += count;
      return numbers.subarray(used - count, used);
    },
    clear: () => {
      used = 0;
    },
  };
}

export function writeByte(out: ByteWriter, value: number): void {
  const at = out.room(1);
  out.target()[at] = value;
}

export const readByte = (from: ByteReader): number => from.bytes[from.skip(1)]!;
