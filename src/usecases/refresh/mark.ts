import type { Payload } from '../crm/portfolio.ts';

/** Two FNV-1a hashes of 32 bits: tells whether a tail is the one that its head was written with. */
export function markOf(payload: Payload): string {
  let one = 0x811c9dc5;
  let other = 0x01000193;
  for (let at = 0; at < payload.length; at++) {
    const unit = typeof payload === 'string' ? payload.charCodeAt(at) : payload[at]!;
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x5bd1e995) + at;
  }
  return `${(one >>> 0).toString(36)}-${(other >>> 0).toString(36)}-${payload.length.toString(36)}`;
}
