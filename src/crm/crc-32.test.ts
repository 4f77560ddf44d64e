import fc from 'fast-check';
import { crc32, crc32ByTable } from './crc-32.ts';

it('is the checksum that everybody computes, with and without Node', () => {
  expect(crc32ByTable(Buffer.from('123456789'))).toBe(0xcbf43926);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
      expect(crc32ByTable(bytes)).toBe(crc32(bytes));
    }),
  );
});
