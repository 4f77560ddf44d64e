import { defaultSettings } from '#domain/settings';

test('before anybody configures anything the fair comparison has strata, a higher tier weighs more, and everybody confirms', () => {
  expect(defaultSettings).toMatchObject({
    homeCurrency: 'EUR',
    pipelines: [],
    strata: ['region', 'size'],
    creditModel: 'equal',
    tierWeights: { assist: 1, co_sell: 2, source: 3, joint_solution: 4 },
    confirmers: [],
  });
});
