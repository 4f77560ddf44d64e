/** A 95 % interval, lower end first. */
export type Interval = readonly [lower: number, upper: number];

/** A 95 % interval in which `null` stands for an end that the data do not bound. */
export type OpenInterval = readonly [lower: number | null, upper: number | null];

/** The 97.5 % point of the standard normal distribution: what makes an interval a 95 % one. */
export const z95 = 1.959963984540054;
