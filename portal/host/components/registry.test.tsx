/** @jest-environment jsdom */
import * as sdk from '@hubspot/ui-extensions';
import * as pages from '@hubspot/ui-extensions/pages';
import * as home from '@hubspot/ui-extensions/pages/home';
import { __hubSpotComponentRegistry as wire } from '../../../node_modules/@hubspot/ui-extensions/dist/shared.synced/remoteComponents.synced.js';
import { components } from './registry.tsx';

type Lookup = Parameters<typeof wire.getComponentName>[0];

/** A component and the parts that hang on it (`Dropdown.ButtonItem`), by the names that travel. */
function wireNamesOf(exported: object): string[] {
  return Object.values(exported).flatMap((value: unknown) => {
    const name = wire.getComponentName(value as Lookup);
    if (!name) return [];
    const parts = Object.values(value as object)
      .map((part) => wire.getComponentName(part as Lookup))
      .filter((part) => part !== null);
    return [name, ...parts];
  });
}

describe('the registry', () => {
  it('knows every stable component of the SDK by its wire name', () => {
    const stable = [sdk, pages, home].flatMap(wireNamesOf);
    expect(stable.length).toBeGreaterThanOrEqual(80);
    expect(stable.filter((name) => !Object.hasOwn(components, name))).toEqual([]);
  });

  it('leaves the CRM and the experimental components to the red box', () => {
    expect(components).not.toHaveProperty('CrmStatistics');
    expect(components).not.toHaveProperty('Iframe');
  });

  it('holds nothing that the SDK does not send', () => {
    expect(Object.keys(components).filter((name) => !wire.isAllowedComponentName(name))).toEqual([]);
  });
});
