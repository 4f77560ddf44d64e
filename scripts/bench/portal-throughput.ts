import { startPortal } from '#portal/portal';

const deals = 100_000;
const batch = 5_000;
const listProperties =
  'dealname,dealstage,pipeline,amount,createdate,closedate,hubspot_owner_id,hs_is_closed_won,amount_in_home_currency';

function dealRecord(index: number): { id: string; properties: Record<string, string> } {
  const created = Date.UTC(2023, 0, 1) + (index % 1000) * 86_400_000;
  return {
    id: String(100_000_000 + index),
    properties: {
      dealname: `Deal ${index}`,
      pipeline: 'default',
      dealstage: ['appointmentscheduled', 'closedwon', 'closedlost'][index % 3] ?? 'closedwon',
      amount: String(1000 + (index % 977)),
      createdate: new Date(created).toISOString(),
      closedate: new Date(created + 60 * 86_400_000).toISOString(),
      dealtype: 'newbusiness',
      hubspot_owner_id: '1',
    },
  };
}

/** How fast the portal loads and serves: its own figures, from one client on the same machine. */
export async function portalThroughput(): Promise<Record<string, string | number>[]> {
  const portal = await startPortal({ buildDir: null, rateLimits: false, quiet: true });
  const headers = { authorization: `Bearer ${portal.token}`, 'content-type': 'application/json' };
  try {
    const loadStart = performance.now();
    for (let from = 0; from < deals; from += batch) {
      const records = Array.from({ length: batch }, (_, offset) => dealRecord(from + offset));
      const answer = await fetch(`${portal.url}/portal/import`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ objectType: 'deals', records }),
      });
      if (!answer.ok) throw new Error(`The portal refused the load: ${await answer.text()}`);
    }
    const loadSeconds = (performance.now() - loadStart) / 1000;
    const [single, listed] = [await singleReads(portal.url, headers), await fullList(portal.url, headers)];
    return [
      { measure: '100,000 deals loaded, s', value: Math.round(loadSeconds * 100) / 100 },
      { measure: 'single reads a second', value: Math.round(single) },
      { measure: 'all 100,000 deals listed in pages of 100, s', value: Math.round(listed * 100) / 100 },
    ];
  } finally {
    await portal.close();
  }
}

async function singleReads(url: string, headers: Record<string, string>): Promise<number> {
  const count = 2000;
  const start = performance.now();
  for (let index = 0; index < count; index += 1) {
    const answer = await fetch(
      `${url}/crm/objects/2026-09/deals/${100_000_000 + index * 7}?properties=${listProperties}`,
      { headers },
    );
    await answer.json();
  }
  return count / ((performance.now() - start) / 1000);
}

async function fullList(url: string, headers: Record<string, string>): Promise<number> {
  const start = performance.now();
  let after: string | undefined = '';
  while (after !== undefined) {
    const page = after ? `&after=${after}` : '';
    const answer = await fetch(
      `${url}/crm/objects/2026-09/deals?limit=100&properties=${listProperties}${page}`,
      { headers },
    );
    const body = (await answer.json()) as { paging?: { next?: { after: string } } };
    after = body.paging?.next?.after;
  }
  return (performance.now() - start) / 1000;
}
