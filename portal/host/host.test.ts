import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '#test/journeys/chromium';
import { startPortal } from '../portal.ts';
import type { Portal } from '../portal.ts';

const folder = mkdtempSync(join(tmpdir(), 'tiny-app-'));

const card = `
import React, { useState } from 'react';
import { hubspot, Button, Flex, logger, Text } from '@hubspot/ui-extensions';
import { useAssociations, useCrmProperties } from '@hubspot/ui-extensions/crm';
const h = React.createElement;
function Tiny({ context, actions }) {
  const [said, setSaid] = useState('nothing');
  const [broken, setBroken] = useState(false);
  const { properties } = useCrmProperties(['dealname', 'amount']);
  const { results } = useAssociations({ toObjectType: '0-2', properties: ['name'] });
  const ask = async () => {
    logger.info('asked');
    const answer = await hubspot.serverless('echo', { propertiesToSend: ['dealname'] });
    const network = await fetch('/deals').then(() => 'open', () => 'closed');
    setSaid(answer.propertiesToSend.dealname + ', network ' + network);
    actions.addAlert({ type: 'success', message: 'Done' });
  };
  if (broken) throw new Error('broken on purpose');
  return h(Flex, { direction: 'column' },
    h(Text, {}, 'Amount is ' + properties.amount),
    h(Text, {}, 'With ' + results.map((one) => one.properties.name).join()),
    h(Text, {}, 'Said: ' + said),
    h(Button, { onClick: ask }, 'Ask'),
    h(Button, { onClick: () => setBroken(true) }, 'Break'),
    h('NotOfThisPortal', {}));
}
hubspot.extend(({ context, actions }) => h(Tiny, { context, actions }));
`;

const page = `
import React from 'react';
import { hubspot, Text } from '@hubspot/ui-extensions';
import { createPageRouter, PageLink, PageRoutes, usePageRoute } from '@hubspot/ui-extensions/pages';
const h = React.createElement;
const Start = () => h(PageLink, { to: '/partners/:id', params: { id: '7' } }, 'Partner seven');
const Partner = () => h(Text, {}, 'Partner ' + usePageRoute().params.id);
const Router = createPageRouter(h(PageRoutes, {},
  h(PageRoutes.IndexRoute, { component: Start }),
  h(PageRoutes.Route, { path: '/partners/:id', component: Partner })));
hubspot.extend(() => h(Router));
`;

const files: Record<string, unknown> = {
  'app/app-hsmeta.json': { uid: 'tiny', type: 'app', config: { name: 'Tiny' } },
  'app/cards/tiny-hsmeta.json': {
    uid: 'tiny_card',
    type: 'card',
    config: {
      name: 'Tiny card',
      entrypoint: '/app/cards/tiny.js',
      location: 'crm.record.sidebar',
      objectTypes: ['deals'],
    },
  },
  'app/cards/tiny.js': card,
  'app/pages/home-hsmeta.json': { uid: 'home', type: 'page', config: { entrypoint: '/app/pages/home.js' } },
  'app/pages/home.js': page,
  'app/settings/bad-hsmeta.json': {
    uid: 'bad',
    type: 'settings',
    config: { entrypoint: '/app/settings/bad.js' },
  },
  'app/settings/bad.js': "import { nothing } from './not-there.js'; nothing();",
  'app/functions/echo-hsmeta.json': {
    uid: 'echo',
    type: 'app-function',
    config: { entrypoint: '/app/functions/echo.js' },
  },
  'app/functions/echo.js': 'exports.main = (context) => context;',
};

let portal: Portal;
let browser: Browser;
let view: Page;
let dealId = '';

const create = async (path: string, properties: object, associations: object[] = []) => {
  const reply = await fetch(`${portal.url}/crm/objects/2026-09/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${portal.uiToken}` },
    body: JSON.stringify({ properties, associations }),
  });
  return ((await reply.json()) as { id: string }).id;
};

beforeAll(async () => {
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  portal = await startPortal({ buildDir: folder, quiet: true });
  const company = await create('companies', { name: 'Acme' });
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 5 }];
  const deal = {
    dealname: 'Big deal',
    amount: '1200',
    pipeline: 'default',
    dealstage: 'appointmentscheduled',
  };
  dealId = await create('deals', deal, [{ to: { id: company }, types }]);
  browser = await launchChromium();
  view = await browser.newPage();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await portal.close();
  rmSync(folder, { recursive: true });
});

const see = (text: string | RegExp) => view.getByText(text).first().waitFor({ timeout: 15_000 });

test('a list leads to a record, and back leads to the list', async () => {
  await view.goto(portal.url);
  await view.getByRole('link', { name: 'Big deal' }).click();
  await view.getByRole('heading', { name: 'Big deal' }).waitFor();
  expect(view.url()).toBe(`${portal.url}/deals/${dealId}`);
  expect(await view.title()).toBe('Big deal · Local portal');
  await view.goBack();
  await view.getByRole('heading', { name: 'Deals' }).waitFor();
  await view.goForward();
  await view.getByRole('heading', { name: 'Big deal' }).waitFor();
}, 60_000);

test('a card reads its record and its associations, calls a function, and has no network of its own', async () => {
  await view.goto(`${portal.url}/deals/${dealId}`);
  await see('Amount is 1200');
  await see('With Acme');
  await view.getByRole('button', { name: 'Ask' }).click();
  await see('Said: Big deal, network closed');
  await see('Done');
  expect(await view.getByText('App log').count()).toBe(1);
}, 60_000);

test('a component that the portal lacks is named in a red box', async () => {
  await see(/no component NotOfThisPortal/);
}, 60_000);

test('an edit on the record reaches the card', async () => {
  const amount = view.getByLabel(/^Amount/);
  await amount.fill('2500');
  await amount.press('Enter');
  await see('Amount is 2500');
}, 60_000);

test('an edit that the CRM refuses is put back, with the reason', async () => {
  const amount = view.getByLabel(/^Amount \(/);
  await amount.fill('lots');
  await amount.press('Enter');
  await see('Not saved');
  await see(/not a valid number/);
  expect(await amount.inputValue()).toBe('2500');
}, 60_000);

test('a record, or a page, that is not there is said to be missing', async () => {
  await view.goto(`${portal.url}/deals/1`);
  await see(/This record does not exist/);
  for (const path of ['/deals/%E0%A4%A', '/nowhere']) {
    await view.goto(portal.url + path);
    await see('This page does not exist');
  }
  await view.goto(`${portal.url}/deals/${dealId}`);
}, 60_000);

test('a card that throws says so and can be started again', async () => {
  await view.getByRole('button', { name: 'Break' }).click();
  await see(/broken on purpose/);
  await view.getByRole('button', { name: 'Try again' }).click();
  await see('Amount is 2500');
}, 60_000);

test('an app page moves by its own routes, with real addresses', async () => {
  await view.goto(`${portal.url}/app`);
  await view.getByRole('link', { name: 'Partner seven' }).click();
  await see('Partner 7');
  expect(view.url()).toBe(`${portal.url}/app/partners/7`);
  await view.goBack();
  await see('Partner seven');
}, 60_000);

test('an extension that cannot be built shows the reason', async () => {
  await view.goto(`${portal.url}/settings`);
  await see(/not-there/);
}, 60_000);
