import { hubspotCrm } from '#crm/hubspot-crm';
import { portalIdOf } from '#crm/portal-id';
import { startPortal } from '#portal/portal';
import type { Bench } from '#test/conformance-bench';
import { crmConformance } from '#test/crm.conformance';
import { portfolioConformance } from '#test/portfolio.conformance';

interface Account {
  readonly url: string;
  readonly token: string;
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const associated = (toId: string, typeId: number) => ({
  to: { id: toId },
  types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: typeId }],
});
const dealToCompany = 341;
const dealToPrimaryCompany = 5;

async function benchOf({ url, token, settle, close }: Account): Promise<Bench> {
  const transport = { token, baseUrl: url, now: Date.now };
  const made: string[] = [];
  const create = async (type: string, body: object): Promise<string> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const path = `${url}/crm/objects/2026-09/${type}`;
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
    const { id } = (await response.json()) as { id?: string };
    if (id === undefined) throw new Error(`${type}: ${response.status}`);
    made.push(`${path}/${id}`);
    return id;
  };
  return {
    crm: hubspotCrm({ ...transport, portalId: await portalIdOf(transport) }),
    company: ({ name, partnerType = '' }) =>
      create('companies', { properties: { name, partner_type: partnerType } }),
    deal: ({ companies, amount = 0 }) =>
      create('deals', {
        properties: { dealname: 'Conformance', dealstage: 'appointmentscheduled', amount: String(amount) },
        associations: companies.flatMap((id, place) =>
          [...(place === 0 ? [dealToPrimaryCompany] : []), dealToCompany].map((type) => associated(id, type)),
        ),
      }),
    settle,
    close: async () => {
      const headers = { authorization: `Bearer ${token}` };
      for (const path of made) await fetch(path, { method: 'DELETE', headers });
      await close();
    },
  };
}

async function portalBench(): Promise<Bench> {
  const portal = await startPortal({
    buildDir: null,
    rateLimits: false,
    searchLagMs: 3_600_000,
    quiet: true,
  });
  const settle = async () => {
    const headers = { authorization: `Bearer ${portal.uiToken}` };
    await fetch(`${portal.url}/portal/settle`, { method: 'POST', headers });
  };
  return benchOf({ url: portal.url, token: portal.token, settle, close: () => portal.close() });
}

describe('HubSpot behind the port, over the portal', () => {
  crmConformance(portalBench);
  portfolioConformance(portalBench);
});

const sandboxToken = process.env['HUBSPOT_SANDBOX_TOKEN'];
if (sandboxToken) {
  describe('HubSpot behind the port, in a real sandbox', () => {
    const sandboxBench = () =>
      benchOf({
        url: 'https://api.hubapi.com',
        token: sandboxToken,
        settle: () => new Promise((resolve) => setTimeout(resolve, 10_000)),
        close: () => Promise.resolve(),
      });
    crmConformance(sandboxBench);
    portfolioConformance(sandboxBench);
  });
}
