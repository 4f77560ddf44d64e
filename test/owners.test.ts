import { Problem } from '#contract/problem';
import { startPortal } from '#portal/portal';
import { hubspotCrm } from '#crm/hubspot-crm';
import { readOwners } from '#crm/owners';

it('owners are read page by page, and go by their name, else by their address', async () => {
  const portal = await startPortal({ buildDir: null, rateLimits: false, quiet: true });
  try {
    const crm = hubspotCrm({ ...portal, baseUrl: portal.url, now: Date.now, limits: 'off' });
    const before = await crm.owners();
    const create = async (body: object): Promise<void> => {
      const headers = { authorization: `Bearer ${portal.token}`, 'content-type': 'application/json' };
      await fetch(`${portal.url}/portal/owners`, { method: 'POST', headers, body: JSON.stringify(body) });
    };
    for (let place = 0; place < 120; place++) {
      await create({ email: `o${place}@example.com`, firstName: 'Ana', lastName: `Lopez ${place}` });
    }
    await create({ email: 'nameless@example.com' });
    const labels = (await crm.owners()).map(({ label }) => label);
    expect(labels).toHaveLength(before.length + 121);
    expect(labels).toContain('Ana Lopez 119');
    expect(labels).toContain('nameless@example.com');
  } finally {
    await portal.close();
  }
});

it('where the app may not ask for owners, there are none; another failure is one', async () => {
  const failing = (code: 'crm_forbidden' | 'crm_busy') => () => Promise.reject(new Problem(code));
  expect(await readOwners(failing('crm_forbidden'))).toEqual([]);
  await expect(readOwners(failing('crm_busy'))).rejects.toMatchObject({ code: 'crm_busy' });
});
