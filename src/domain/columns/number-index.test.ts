import fc from 'fast-check';
import { numberIndex } from './number-index.ts';

it('gives codes in the order of first taking, as a Map would, up to any size', () => {
  const numbers = fc.array(fc.oneof(fc.maxSafeNat(), fc.integer({ min: 0, max: 50 })), {
    maxLength: 3000,
    size: 'max',
  });
  fc.assert(
    fc.property(numbers, fc.maxSafeNat(), (given, other) => {
      const index = numberIndex();
      const known = new Map<number, number>();
      for (const number of given) {
        if (!known.has(number)) known.set(number, known.size);
        expect(index.take(number)).toBe(known.get(number));
      }
      for (const number of [...given, other]) expect(index.codeOf(number)).toBe(known.get(number) ?? -1);
      expect(index.size()).toBe(known.size);
    }),
    { numRuns: 20 },
  );
});
