import type { ComponentType } from 'react';
import { createController } from '@remote-ui/react/host';
import type { Controller } from '@remote-ui/react/host';
import { components } from '../components/registry.tsx';

const unknown = new Map<string, ComponentType>();

/** A component that the portal lacks is a loud red box naming it: never a silent gap. */
function unknownComponent(name: string): ComponentType {
  const known = unknown.get(name);
  if (known) return known;
  const Unknown = () => (
    <div className="unknown-component" role="alert">
      The portal has no component <code>{name}</code>. In HubSpot it may show.
    </div>
  );
  unknown.set(name, Unknown);
  return Unknown;
}

const standard = createController(components);

export const controller: Controller = {
  ...standard,
  get: (type) => (Object.hasOwn(components, type) ? standard.get(type) : (unknownComponent(type) as never)),
};
