import type { ChartColor } from '@hubspot/ui-extensions';

/** The SDK's 14 names in our shades: each at least 3:1 against white (WCAG 1.4.11). */
const shades: Record<ChartColor, string> = {
  aqua: '#0e8a92',
  orange: '#d9611a',
  purple: '#7a5fc9',
  yellow: '#a87c00',
  pink: '#d1427f',
  blue: '#2f6fd6',
  green: '#2f8a4e',
  darkAqua: '#075a60',
  darkOrange: '#963b08',
  darkPurple: '#4a3494',
  darkYellow: '#6e5100',
  darkPink: '#8f1f50',
  darkBlue: '#1b4590',
  darkGreen: '#1a5a31',
};

const order = Object.keys(shades) as ChartColor[];

/** A value's own colour, else the next of the list given, else the next of ours that nothing uses yet. */
export function seriesColors(
  names: readonly string[],
  chosen: Record<string, ChartColor> = {},
  list: readonly ChartColor[] = [],
): string[] {
  const own = new Set(Object.values(chosen));
  const free = [...new Set([...list, ...order])].filter((color) => !own.has(color));
  let next = 0;
  return names.map((name) => {
    const color = chosen[name] ?? free[next++ % Math.max(1, free.length)] ?? 'aqua';
    return shades[color] ?? shades.aqua;
  });
}
