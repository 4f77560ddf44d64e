type Numbers = Float64Array | Int32Array | Int16Array | Uint16Array | Uint8Array;

interface Kind<A extends Numbers> {
  new (count: number): A;
  new (buffer: ArrayBuffer, start: number, count: number): A;
  readonly BYTES_PER_ELEMENT: number;
}

/** Where columns are put while a segment is read. Whoever asks fills them: their first values are whatever they were. */
export type Room = <A extends Numbers>(kind: Kind<A>, count: number) => A;

export const roomOfItsOwn: Room = (kind, count) => new kind(count);

/**
 * Memory that is used again for every segment: hundreds of segments would otherwise leave hundreds of megabytes for the
 * garbage collector to find, and a function has 128.
 */
export interface SharedRoom {
  readonly room: Room;
  /** Gives everything back: columns taken before must not be read any more. */
  readonly clear: () => void;
}

export function sharedRoom(): SharedRoom {
  let buffer = new ArrayBuffer(1 << 19);
  let used = 0;
  return {
    room: (kind, count) => {
      const start = used;
      // Every kind of number starts at a multiple of eight bytes.
      used += Math.ceil((count * kind.BYTES_PER_ELEMENT) / 8) * 8;
      if (used <= buffer.byteLength) return new kind(buffer, start, count);
      buffer = new ArrayBuffer(Math.ceil(Math.max(buffer.byteLength, used) * 1.25));
      used = 0;
      return new kind(count);
    },
    clear: () => {
      used = 0;
    },
  };
}
