import { refreshPortfolioInput } from '#contract/refresh-portfolio';
import { workerIdOf } from './worker-id.ts';

describe('who refreshes', () => {
  it('is a UUID that the function takes', () => {
    expect(workerIdOf(4242, 1001)).toBe('00000000-1092-8000-8000-0000000003e9');
    const worker = workerIdOf(2 ** 40, 2 ** 47);
    expect(refreshPortfolioInput.safeParse({ portalId: 4242, worker }).success).toBe(true);
  });

  it('is the same for one user, and another one for others', () => {
    expect(workerIdOf(4242, 1001)).toBe(workerIdOf(4242, 1001));
    const ids = [workerIdOf(4242, 1001), workerIdOf(4242, 1002), workerIdOf(4243, 1001)];
    expect(new Set(ids).size).toBe(3);
  });
});
