import { Alert, Dropdown, LoadingSpinner, ProgressBar } from '@hubspot/ui-extensions';
import type { DropdownOption } from '@hubspot/ui-extensions';
import type { Reply } from '#contract/envelope';
import type { RefreshProgress } from '#contract/refresh-portfolio';
import { gives, later, refuses } from '../../fake-call.ts';
import { done, openRefresh, stored } from './open-refresh.tsx';

const working = (done: number, more: object = {}): Reply<RefreshProgress> =>
  gives({ state: 'working', phase: 'changes', done, total: 1200, nextInMs: 0, ...more });
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('a refresh', () => {
  it('goes step by step, shows how far it is, and reads the numbers anew once it is done', async () => {
    const second = later<Reply<RefreshProgress>>();
    const page = await openRefresh([working(300), second.promise, done]);
    page.click('Refresh');
    await page.waitFor(() => page.find(ProgressBar, { title: 'Reading what changed' }));
    expect(page.find(ProgressBar).props).toMatchObject({
      value: 300,
      maxValue: 1200,
      valueDescription: '300 of 1,200 records',
      showPercentage: true,
    });
    expect(page.button('Refresh')).toBeNull();
    expect(page.askedFor('read_portfolio')).toHaveLength(1);
    second.settle(working(900));
    await page.ends('The portfolio is up to date. 1,200 records were read.');
    expect(page.wants()).toEqual(['changes', 'changes', 'changes']);
    await page.waitFor(() => expect(page.askedFor('read_portfolio')).toHaveLength(2));
    expect(new Set(page.askedFor('refresh_portfolio').map(({ worker }) => worker)).size).toBe(1);
  });

  it('waits between two steps as long as the function says', async () => {
    const page = await openRefresh([working(300, { nextInMs: 60_000 })]);
    page.click('Refresh');
    await page.waitFor(() => page.find(ProgressBar, { value: 300 }));
    await aMoment();
    expect(page.wants()).toHaveLength(1);
    page.click('Cancel');
    await page.waitFor(() => expect(page.wants()).toEqual(['changes', 'cancel']));
  });

  it('reads everything again on request, also what cannot tell that it changed', async () => {
    const page = await openRefresh([working(10, { phase: 'sweep' }), done]);
    const [again] = page.find(Dropdown).props['options'] as unknown as DropdownOption[];
    expect(again?.label).toBe('Read everything again');
    again?.onClick?.();
    await page.ends('The portfolio is up to date.');
    expect(page.wants()).toEqual(['sweep', 'sweep']);
  });

  it('stops after the step under way when cancelled, and says that nothing is lost', async () => {
    const step = later<Reply<RefreshProgress>>();
    const page = await openRefresh([step.promise, gives({ state: 'cancelled' })]);
    page.click('Refresh');
    await page.waitFor(() => page.find(ProgressBar));
    page.click('Cancel');
    await page.waitFor(() => expect(page.button('Stopping …')?.props.disabled).toBe(true));
    step.settle(working(300));
    await page.ends('The refresh is cancelled');
    expect(page.wants()).toEqual(['changes', 'cancel']);
    expect(page.askedFor('read_portfolio')).toHaveLength(1);
    expect(page.button('Refresh')).not.toBeNull();
  });

  it('waits for somebody else who is at it, and says until when', async () => {
    const page = await openRefresh([gives({ state: 'busy', until: '2026-09-30T12:05:00Z' })]);
    page.click('Refresh');
    await page.says('Until 08:05 at the latest; then it goes on here by itself.');
    expect(page.find(LoadingSpinner).props.label).toBe('Somebody else is refreshing the numbers');
    page.click('Cancel');
    await page.waitFor(() => expect(page.wants()).toEqual(['changes', 'cancel']));
  });

  it('tells of blocks that it had to read anew', async () => {
    const page = await openRefresh([
      gives({ state: 'done', readFrom: '', recordsRead: 0, segmentsWritten: 1, rebuilt: 2 }),
    ]);
    page.click('Refresh');
    await page.ends('The portfolio is up to date. Nothing had changed. 2 damaged or outdated blocks');
  });

  it('reads the numbers of the filters as they are by then', async () => {
    const step = later<Reply<RefreshProgress>>();
    const page = await openRefresh([step.promise, done], { ...stored(), partners: [] });
    page.click('Refresh');
    await page.waitFor(() => page.find(ProgressBar));
    page.choose('tier', 'source');
    await page.waitFor(() => expect(page.askedFor('read_portfolio')).toHaveLength(2));
    step.settle(done);
    await page.waitFor(() => expect(page.askedFor('read_portfolio')).toHaveLength(3));
    expect(page.askedFor('read_portfolio')[2]).toEqual({ portalId: 123, tier: 'source' });
  });
});

describe('a refresh that fails', () => {
  it('says why, and goes on from there on request', async () => {
    const page = await openRefresh([
      working(300),
      refuses('crm_forbidden', 'The app is missing a permission.'),
      done,
    ]);
    page.click('Refresh');
    await page.ends('The refresh has stopped');
    expect(page.texts()).toContain('The app is missing a permission. What was read is kept.');
    page.click('Go on');
    await page.ends('The portfolio is up to date.');
    expect(page.wants()).toEqual(['changes', 'changes', 'changes']);
  });
});

describe('a page that is left', () => {
  it('asks for no further step', async () => {
    const step = later<Reply<RefreshProgress>>();
    const page = await openRefresh([step.promise]);
    page.click('Refresh');
    await page.waitFor(() => page.find(ProgressBar));
    await page.leave();
    step.settle(working(300));
    await aMoment();
    expect(page.wants()).toHaveLength(1);
  });
});

describe('a portfolio that one call cannot read', () => {
  const partly = { coverage: { dealsRead: 4900, dealsTotal: 12000, complete: false } };

  it('says how much the numbers cover, and offers the first reading of everything', async () => {
    const page = await openRefresh(
      [working(10, { phase: 'build', total: 15_000 }), later<never>().promise],
      partly,
    );
    expect(page.find(Alert).props.title).toBe('The numbers do not cover every deal');
    expect(page.texts()).toContain('They cover 4,900 of 12,000 deals');
    page.click('Prepare the portfolio');
    await page.waitFor(() =>
      page.find(ProgressBar, { title: 'Reading all deals and tags for the first time' }),
    );
    expect(page.wants()[0]).toBe('changes');
  });
});
