import { act } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { components } from './registry.tsx';
import type { WireName } from './registry.tsx';

// React asks tests to say that they wrap what changes the page in `act`.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** The components by their wire names; what an extension sends them is not typed either. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const wired = components as Record<WireName, ComponentType<any>>;

/** Puts the content on an empty page; the answer shows something else in its place. */
export function show(content: ReactNode): (next: ReactNode) => void {
  document.body.innerHTML = '<div id="root"></div>';
  const root = createRoot(document.getElementById('root') as HTMLElement);
  const render = (next: ReactNode) => act(() => root.render(next));
  render(content);
  return render;
}

/** The control that a label with this text belongs to. */
export function control(label: string): HTMLInputElement {
  const found = [...document.querySelectorAll('label')].find((one) => one.textContent?.startsWith(label));
  return document.getElementById(found?.htmlFor ?? '') as HTMLInputElement;
}

/** As a person does it: React listens to the event and reads the value that the element itself holds. */
export function type(element: HTMLElement, value: string): void {
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value');
  act(() => {
    element.focus();
    own?.set?.call(element, value);
    element.dispatchEvent(new Event(element.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  });
}

export const leave = () => act(() => (document.activeElement as HTMLElement).blur());
