import { roomOfItsOwn, type Room } from './room.ts';
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
  readonly room: Room;
}

export function byteReader(bytes: Uint8Array, room: Room = roomOfItsOwn): ByteReader {
  let at = 0;
  return {
    bytes,
    room,
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

export function writeByte(out: ByteWriter, value: number): void {
  const at = out.room(1);
  out.target()[at] = value;
}

export const readByte = (from: ByteReader): number => from.bytes[from.skip(1)]!;
