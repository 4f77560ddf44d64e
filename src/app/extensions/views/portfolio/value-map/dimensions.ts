import type { ValueMapCell } from '#domain/kpis/value-map';

export type Dimension = ValueMapCell['dimension'];

/** The eight dimensions of partner value, in the order and the words of the page. */
export const dimensionLabels: Readonly<Record<Dimension, string>> = {
  D1: 'More pipeline',
  D2: 'Better pipeline',
  D3: 'New customers',
  D4: 'Access to verticals and regions',
  D5: 'Faster deals',
  D6: 'Higher win rates',
  D7: 'Bigger deals',
  D8: 'Full-stack solutions',
};

export const dimensions = Object.keys(dimensionLabels) as Dimension[];
