import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { crc32 } from './crc-32.ts';
import { SegmentUnreadable } from '#domain/segments/segment-unreadable';

/**
 * The most characters that one text property takes. UNVERIFIED: known from practice, in no document that was read; what
 * HubSpot answers to a longer text is unknown as well.
 */
export const payloadLimit = 65_536;

/** Measured (docs/decisions/0008): level 11 saves 6 % of the characters for forty times the time. */
const level = 9;
/** 64 kB reach across the columns that can resemble each other; a larger window costs memory and time, and saves nothing. */
const windowBits = 16;
/** Bytes that a segment unpacks to at most, so that a damaged one cannot ask for all memory. A full one has about 90,000. */
const mostBytes = 1 << 24;

/** The bytes of a segment as the text of a property: compressed, then base64. */
export const payloadOf = (bytes: Uint8Array): string =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: level,
      [constants.BROTLI_PARAM_LGWIN]: windowBits,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).toString('base64');

/** CRC-32 (ISO-HDLC) of the compressed bytes, eight hexadecimal digits. */
export const checksumOf = (payload: string): string => crcOf(Buffer.from(payload, 'base64'));

/** The bytes of a payload. Throws SegmentUnreadable where it is not what the checksum was taken of. */
export function bytesOf(payload: string, checksum: string): Uint8Array {
  const compressed = compressedOf(payload);
  if (crcOf(compressed) !== checksum) throw new SegmentUnreadable('damaged', 'the checksum differs');
  // Room for all of it at once, as segments unpack to 2.4 times their size: smaller pieces would have to be joined.
  const chunkSize = Math.max(1024, Math.ceil(compressed.length * 2.6));
  try {
    return brotliDecompressSync(compressed, { chunkSize, maxOutputLength: mostBytes });
  } catch {
    throw new SegmentUnreadable('damaged', 'it does not unpack');
  }
}

/** Used again for each payload: several hundred of their own would wait for the garbage collector. */
const compressedBytes = Buffer.allocUnsafe((payloadLimit / 4) * 3);

const compressedOf = (payload: string): Buffer =>
  payload.length > payloadLimit
    ? Buffer.from(payload, 'base64')
    : compressedBytes.subarray(0, compressedBytes.write(payload, 'base64'));

const crcOf = (bytes: Uint8Array): string => crc32(bytes).toString(16).padStart(8, '0');
