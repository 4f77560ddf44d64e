/** How the amount of a deal is split among its confirmed partners. */
export const creditModels = ['equal', 'maturity', 'origin', 'last', 'position', 'manual'] as const;
export type CreditModel = (typeof creditModels)[number];
