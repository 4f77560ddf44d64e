import { targetOf } from './href.ts';

const origin = 'http://127.0.0.1:4310';

describe('an address in an extension', () => {
  it('stays on the page inside HubSpot and opens a tab outside', () => {
    expect(targetOf('/settings', origin)).toEqual({ href: '/settings', external: false });
    expect(targetOf('https://example.com/a', origin)).toEqual({
      href: 'https://example.com/a',
      external: true,
    });
    expect(targetOf({ url: '/a', external: true }, origin)).toEqual({ href: '/a', external: true });
  });

  it('of a HubSpot record leads to the record of this portal', () => {
    const url = 'https://app.hubspot.com/contacts/123/record/0-3/42';
    expect(targetOf(url, origin)).toEqual({ href: '/deals/42', external: false });
  });

  it('that would run a script is not followed', () => {
    expect(targetOf('javascript:alert(1)', origin)).toBeNull();
    expect(targetOf('', origin)).toBeNull();
  });
});
