import { catalogue } from '#domain/kpis/catalogue';

/** How a number is counted, in the words of the catalogue; nothing for one that this page does not know yet. */
export const meaningOf = ({ id }: { readonly id: string }): string =>
  (catalogue as Readonly<Record<string, { readonly formula: string }>>)[id]?.formula ?? '';
