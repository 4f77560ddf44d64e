import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startPortal } from '#portal/portal';
import { build } from '#scripts/build';
import { install } from '#scripts/install';

const root = resolve(__dirname, '..');

interface Reply {
  ok: boolean;
  value?: unknown;
  problem?: { sentence: string };
}

test('the app asks for the least scopes: those that its install and its functions use', async () => {
  mkdirSync(join(root, 'out'), { recursive: true });
  const buildDir = mkdtempSync(join(root, 'out/scopes-'));
  await build(buildDir);
  const portal = await startPortal({ buildDir, quiet: true, rateLimits: false });
  const { portalId } = portal;
  const post = async (path: string, body: unknown): Promise<unknown> => {
    const answer = await fetch(`${portal.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${portal.uiToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return answer.status === 204 ? null : answer.json();
  };
  const call = async (serverlessFunction: string, parameters: object): Promise<Reply> => {
    const path = '/api/crm-extensibility/execution/internal/v3/action/function/1';
    const { response } = (await post(path, {
      serverlessFunction,
      parameters: { portalId, ...parameters },
    })) as {
      response: Reply;
    };
    if (!response.ok) throw new Error(`${serverlessFunction}: ${response.problem?.sentence ?? ''}`);
    return response;
  };
  try {
    await install({ baseUrl: portal.url, token: portal.token });
    await post('/portal/import', {
      objectType: 'companies',
      records: [
        { id: '11', properties: { name: 'Account' } },
        { id: '12', properties: { name: 'Partner', partner_type: 'si' } },
      ],
    });
    const associations = [{ toObjectType: 'companies', toId: '11', typeId: 5 }];
    const properties = { dealname: 'Deal', pipeline: 'default', dealstage: 'qualifiedtobuy' };
    await post('/portal/import', { objectType: 'deals', records: [{ id: '21', properties, associations }] });
    const context = { dealId: '21', actor: { userId: 1, email: 'a@example.com', name: 'A' } };
    await call('read_deal_card', context);
    await call('find_partner', { query: 'part' });
    const tagged = (await call('tag_partner', { ...context, partnerId: '12' })).value as {
      involvement: { id: string };
    };
    const tag = { ...context, involvementId: tagged.involvement.id };
    await call('change_involvement', { ...tag, change: { tier: 'co_sell' } });
    await call('review_involvement', { ...tag, decision: 'confirm' });
    await call('exit_involvement', {
      ...tag,
      exitedOn: new Date().toISOString().slice(0, 10),
      reason: 'completed',
    });
    await call('remove_involvement', tag);
    await call('restore_involvement', tag);
    await call('answer_no_partner', { ...context, dealId: '21', answer: 'none' }).catch(() => undefined);
    await call('read_company', { companyId: '11' });
    await call('read_company', { companyId: '12' });
    await call('read_portfolio', {});
    await call('refresh_portfolio', { worker: randomUUID() });
    const read = (await call('read_settings', {})).value as { settings: object; version: number };
    await call('save_settings', { actor: context.actor, settings: read.settings, version: read.version });

    const answer = await fetch(`${portal.url}/portal/scopes`, {
      headers: { authorization: `Bearer ${portal.uiToken}` },
    });
    const { scopes } = (await answer.json()) as { scopes: string[] };
    const metadata = JSON.parse(readFileSync(join(root, 'src/app/app-hsmeta.json'), 'utf8')) as {
      config: { auth: { requiredScopes: string[] } };
    };
    // `oauth` is HubSpot's own, in every app.
    expect([...metadata.config.auth.requiredScopes].sort()).toEqual([...scopes, 'oauth'].sort());
  } finally {
    await portal.close();
    rmSync(buildDir, { recursive: true, force: true });
  }
}, 60_000);
