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

/** Room for a whole segment at once: smaller pieces would have to be joined. */
const usualBytes = 1 << 17;

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
  const compressed = Buffer.from(payload, 'base64');
  if (crcOf(compressed) !== checksum) throw new SegmentUnreadable('damaged', 'the checksum differs');
  try {
    return brotliDecompressSync(compressed, { chunkSize: usualBytes, maxOutputLength: mostBytes });
  } catch {
    throw new SegmentUnreadable('damaged', 'it does not unpack');
  }
}

const crcOf = (bytes: Uint8Array): string => crc32(bytes).toString(16).padStart(8, '0');
