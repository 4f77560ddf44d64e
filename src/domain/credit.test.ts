import { creditModels, creditShares, splitCredit, type Claim } from './credit.ts';
import { defaultSettings } from './settings.ts';

const weights = defaultSettings.tierWeights;
const claim = (partnerId: string, said: Partial<Claim> = {}): Claim => ({
  partnerId,
  tier: 'assist',
  origin: false,
  enteredOn: null,
  share: null,
  ...said,
});

describe('equal split', () => {
  it('asks neither for the tier nor for the day', () => {
    const claims = [claim('a', { tier: 'source', enteredOn: 1 }), claim('b', { enteredOn: 9 })];
    expect(splitCredit(100, claims, 'equal', weights)).toEqual([50, 50]);
  });

  it('gives the odd cent to the lowest partner id, wherever it stands', () => {
    const claims = [claim('30'), claim('10'), claim('20')];
    expect(splitCredit(10_000_000, claims, 'equal', weights)).toEqual([3_333_333, 3_333_334, 3_333_333]);
  });

  it('splits five cents among seven partners as five times one', () => {
    const claims = ['1', '2', '3', '4', '5', '6', '7'].map((id) => claim(id));
    expect(splitCredit(5, claims, 'equal', weights)).toEqual([1, 1, 1, 1, 1, 0, 0]);
  });

  it('splits a refund as the mirror image of a sale', () => {
    expect(splitCredit(-100, [claim('1'), claim('2'), claim('3')], 'equal', weights)).toEqual([
      -34, -33, -33,
    ]);
  });
});

describe('maturity-weighted split', () => {
  const ladder = [
    claim('a', { tier: 'joint_solution' }),
    claim('b', { tier: 'source' }),
    claim('c', { tier: 'co_sell' }),
    claim('d', { tier: 'assist' }),
  ];

  it('follows 4 : 3 : 2 : 1 down the ladder and hands what is left to the largest remainders', () => {
    // Quotas: 3999999.6, 2999999.7, 1999999.8, 999999.9.
    expect(splitCredit(9_999_999, ladder, 'maturity', weights)).toEqual([
      3_999_999, 3_000_000, 2_000_000, 1_000_000,
    ]);
  });

  it('credits nobody where all weights are zero', () => {
    const none = { assist: 0, co_sell: 0, source: 0, joint_solution: 0 };
    expect(splitCredit(100, ladder, 'maturity', none)).toEqual([0, 0, 0, 0]);
    expect(creditShares(ladder, 'maturity', none)).toBeNull();
  });
});

describe('origin first', () => {
  it('credits the partner who brought the deal', () => {
    const claims = [claim('a', { enteredOn: 1 }), claim('b', { enteredOn: 9, origin: true })];
    expect(splitCredit(100, claims, 'origin', weights)).toEqual([0, 100]);
  });

  it('credits the first to come in where nobody brought it', () => {
    const claims = [claim('a', { enteredOn: 9 }), claim('b', { enteredOn: 1 }), claim('c')];
    expect(splitCredit(100, claims, 'origin', weights)).toEqual([0, 100, 0]);
  });

  it('shares among those who came in on the same first day', () => {
    const claims = [claim('a', { enteredOn: 1 }), claim('b', { enteredOn: 1 }), claim('c', { enteredOn: 2 })];
    expect(splitCredit(101, claims, 'origin', weights)).toEqual([51, 50, 0]);
  });

  it('shares among all where no day is known', () => {
    expect(splitCredit(10, [claim('a'), claim('b')], 'origin', weights)).toEqual([5, 5]);
  });
});

describe('last touch', () => {
  const claims = [claim('a', { enteredOn: 3 }), claim('b', { enteredOn: 8 }), claim('c')];

  it('credits the last to come in', () => {
    expect(splitCredit(100, claims, 'last', weights)).toEqual([0, 100, 0]);
  });

  it('does not credit who came in after the close', () => {
    expect(splitCredit(100, [claims[0]!, claims[1]!], 'last', weights, 5)).toEqual([100, 0]);
    expect(splitCredit(100, [claims[0]!, claims[1]!], 'last', weights, 8)).toEqual([0, 100]);
  });

  it('credits the last of all where all came in after the close', () => {
    expect(splitCredit(100, [claims[0]!, claims[1]!], 'last', weights, 2)).toEqual([0, 100]);
  });

  it('knows no close where none is given, on whatever day', () => {
    const early = [claim('a', { enteredOn: -3 }), claim('b', { enteredOn: 5 })];
    expect(splitCredit(100, early, 'last', weights)).toEqual([0, 100]);
  });
});

describe('position-based split', () => {
  it('gives 40 to the first, 40 to the last and shares 20 between', () => {
    const claims = [7, 1, 3, 5].map((enteredOn) => claim(String(enteredOn), { enteredOn }));
    expect(splitCredit(100, claims, 'position', weights)).toEqual([40, 40, 10, 10]);
  });

  it('splits evenly between two and gives all to one', () => {
    const two = [claim('a', { enteredOn: 1 }), claim('b', { enteredOn: 2 })];
    expect(splitCredit(100, two, 'position', weights)).toEqual([50, 50]);
    expect(splitCredit(100, [two[0]!], 'position', weights)).toEqual([100]);
  });

  it('shares among those of one day what their places get', () => {
    const claims = [1, 1, 2, 3].map((enteredOn, i) => claim(String(i), { enteredOn }));
    expect(splitCredit(100, claims, 'position', weights)).toEqual([25, 25, 10, 40]);
  });

  it('puts a partner without a day in the middle', () => {
    const claims = [claim('a'), claim('b', { enteredOn: 1 }), claim('c', { enteredOn: 2 })];
    expect(splitCredit(100, claims, 'position', weights)).toEqual([20, 40, 40]);
  });
});

describe('manual shares', () => {
  it('splits by the negotiated shares, also where they do not sum to 100', () => {
    const claims = [claim('a', { share: 30 }), claim('b', { share: 60 }), claim('c')];
    expect(splitCredit(90, claims, 'manual', weights)).toEqual([30, 60, 0]);
    expect(creditShares(claims, 'manual', weights)).toEqual([30 / 90, 60 / 90, 0]);
  });

  it('credits nobody where nothing was negotiated', () => {
    expect(splitCredit(90, [claim('a'), claim('b')], 'manual', weights)).toEqual([0, 0]);
    expect(splitCredit(90, [claim('a')], 'manual', weights)).toEqual([0]);
    expect(creditShares([claim('a')], 'manual', weights)).toBeNull();
  });
});

it.each(creditModels)('%s: no claims, no credit', (model) => {
  expect(splitCredit(100, [], model, weights)).toEqual([]);
  expect(creditShares([], model, weights)).toBeNull();
});
