import fc from 'fast-check';
import { fromMinor, minorDigits, toMinor } from '#domain/money';

test('a currency has the decimals that ISO 4217 gives it', () => {
  expect([minorDigits('EUR'), minorDigits('JPY'), minorDigits('KWD')]).toEqual([2, 0, 3]);
});

test('half a minor unit rounds away from zero, also where binary fractions fall short', () => {
  expect(toMinor(12.345, 'EUR')).toBe(1235);
  expect(toMinor(1.005, 'EUR')).toBe(101);
  expect(toMinor(-1.005, 'EUR')).toBe(-101);
  expect(toMinor(1234.5, 'JPY')).toBe(1235);
  expect(toMinor(-0.001, 'EUR')).toBe(0);
});

test('minor units survive the way to major units and back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e13, max: 1e13 }),
      fc.constantFrom('EUR', 'JPY', 'KWD'),
      (minor, currency) => {
        expect(toMinor(fromMinor(minor, currency), currency)).toBe(minor === 0 ? 0 : minor);
      },
    ),
  );
});
