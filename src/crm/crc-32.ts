import * as zlib from 'node:zlib';

const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ ((remainder & 1) * 0xedb88320);
  return remainder;
});

/** CRC-32 (ISO-HDLC), byte by byte, for a Node that has none. */
export function crc32ByTable(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) crc = (crc >>> 8) ^ remainders[(crc ^ bytes[at]!) & 0xff]!;
  return (crc ^ 0xffffffff) >>> 0;
}

/** Node's own, thirty times as fast, came with Node 22.2; a function may run on Node 20. */
export const crc32 = (zlib as Partial<typeof zlib>).crc32 ?? crc32ByTable;
