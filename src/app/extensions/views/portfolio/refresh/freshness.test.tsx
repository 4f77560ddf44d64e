import { Alert } from '@hubspot/ui-extensions';
import { openRefresh, stored } from './open-refresh.tsx';

describe('how fresh the stored numbers are', () => {
  it.each([
    [1200, '1,200 changes are not in yet'],
    [1, '1 change is not in yet'],
    [0, 'nothing has changed since'],
    [null, 'HubSpot did not say how many changes are not in yet'],
  ])('stands with %j changes pending', async (changesPending, text) => {
    const page = await openRefresh([], stored({ changesPending }));
    expect(page.texts()).toContain(`Numbers as of 30 Sept 2026, 07:00 · ${text}`);
  });

  it('says when deleted and merged records were last looked for', async () => {
    expect((await openRefresh([])).texts()).toContain('were last looked for on 26 Sept 2026, 22:00.');
    const never = await openRefresh([], stored({ sweptAt: null }));
    expect(never.texts()).toContain('have not been looked for yet');
  });

  it('warns where part of them cannot be read', async () => {
    const page = await openRefresh([], stored({ damaged: 2 }));
    expect(page.find(Alert).props.title).toBe('Part of the stored numbers cannot be read');
    expect(page.texts()).toContain('2 blocks of records are missing');
    const one = await openRefresh([], stored({ damaged: 1 }));
    expect(one.texts()).toContain('One block of records is missing');
  });

  it('offers no refresh of numbers that were read just now', async () => {
    const page = await openRefresh([], {});
    expect(page.texts()).toContain('read from HubSpot just now');
    expect(page.button('Refresh')).toBeNull();
  });
});

describe('a refresh that was left', () => {
  const unfinished = { phase: 'build', done: 36_000, total: 104_000 } as const;

  it('is told after a reload, and goes on where it stopped', async () => {
    const page = await openRefresh([], { ...stored(), unfinished: { ...unfinished, phase: 'sweep' } });
    expect(page.find(Alert).props.title).toBe('A refresh has begun and is not finished');
    expect(page.texts()).toContain('Reading everything again: 36,000 of 104,000 records are read.');
    page.click('Go on');
    await page.ends('The portfolio is up to date.');
    expect(page.wants()).toEqual(['sweep']);
    expect(page.button('Go on')).toBeNull();
  });

  it('stands in for the offer to prepare the portfolio', async () => {
    const coverage = { dealsRead: 4900, dealsTotal: 104_000, complete: false };
    const page = await openRefresh([], { coverage, unfinished });
    expect(page.button('Prepare the portfolio')).toBeNull();
    page.click('Go on');
    await page.ends('The portfolio is up to date.');
    expect(page.wants()).toEqual(['changes']);
  });
});
