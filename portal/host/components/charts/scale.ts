export interface Scale {
  min: number;
  max: number;
  ticks: number[];
  toPx: (value: number) => number;
}

/** Steps of 1, 2 or 5 times a power of ten, so that the marks are numbers people say. */
export function niceTicks(low: number, high: number, about: number): number[] {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / Math.max(1, about);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? power * 10;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  // Multiplied rather than added up, and rounded: 0.1 + 0.2 must read 0.3.
  return Array.from({ length: last - first + 1 }, (_, nth) => Number(((first + nth) * step).toPrecision(12)));
}

const linear = (min: number, max: number, fromPx: number, toPx: number) => (value: number) =>
  max === min ? (fromPx + toPx) / 2 : fromPx + ((value - min) / (max - min)) * (toPx - fromPx);

/** The scale of amounts always shows zero: a bar cut off below would lie about its length. */
export function amountScale(values: readonly number[], bottomPx: number, topPx: number): Scale {
  const low = values.reduce((a, b) => Math.min(a, b), 0);
  const high = values.reduce((a, b) => Math.max(a, b), 0);
  const ticks = niceTicks(low, high === low ? low + 1 : high, 4);
  const [min, max] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  return { min, max, ticks, toPx: linear(min, max, bottomPx, topPx) };
}

/** Places along x by value: for numbers and times whose distances mean something. */
export function valueScale(
  values: readonly number[],
  leftPx: number,
  rightPx: number,
): (value: number) => number {
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  return linear(low, high, leftPx, rightPx);
}

const pxPerLetter = 6.4;
const lettersMost = 16;

export const shortened = (label: string): string =>
  label.length > lettersMost ? `${label.slice(0, lettersMost - 1)}…` : label;

/** Which of the labels fit beside each other: every n-th, beginning with the first. */
export function fittingLabels(labels: readonly string[], widthPx: number): number[] {
  const longest = labels.reduce((most, label) => Math.max(most, shortened(label).length), 1);
  const room = Math.max(1, Math.floor(widthPx / (longest * pxPerLetter + 10)));
  const every = Math.ceil(labels.length / room);
  return labels.map((_, at) => at).filter((at) => at % every === 0);
}
