/** @jest-environment jsdom */
import { act } from 'react';
import type { ReactNode } from 'react';
import type { Reactions } from '@hubspot/ui-extensions';
import { HostContext } from './host-context.tsx';
import { createOverlays } from './overlay-state.ts';
import { show, wired } from './test-page.ts';

const { Button, Dropdown, DropdownButtonItem, Form, Modal, ModalBody, Panel, Tag, Tooltip } = wired;

function open(content: ReactNode) {
  const overlays = createOverlays();
  const host = {
    openOverlay: overlays.open,
    closeOverlay: overlays.close,
    watchOverlays: overlays.watch,
    navigate: () => undefined,
    pageHref: (to: string) => to,
    toast: () => undefined,
  };
  show(<HostContext.Provider value={host}>{content}</HostContext.Provider>);
  return overlays;
}

const dialog = () => document.querySelector<HTMLElement>('[role="dialog"]');
const button = (name: string) =>
  [...document.querySelectorAll<HTMLElement>('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
  ) as HTMLElement;
const click = (name: string) =>
  act(() => {
    button(name).focus();
    button(name).click();
  });
const press = (key: string, more: KeyboardEventInit = {}) =>
  act(() => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
    );
  });

const edit = (
  <Modal id="edit" title="Edit the tag">
    <ModalBody>
      <Button>First</Button>
      <Button>Last</Button>
    </ModalBody>
  </Modal>
);

describe('an overlay', () => {
  it('opens on the press, takes the focus, and gives it back on Escape', () => {
    open(<Button overlay={edit}>Open</Button>);
    expect(dialog()).toBeNull();
    expect(button('Open').getAttribute('aria-haspopup')).toBe('dialog');
    click('Open');
    expect(dialog()?.getAttribute('aria-modal')).toBe('true');
    expect(document.activeElement?.textContent).toBe('First');
    press('Escape');
    expect(dialog()).toBeNull();
    expect(document.activeElement).toBe(button('Open'));
  });

  it('keeps Tab inside a modal', () => {
    open(<Button overlay={edit}>Open</Button>);
    click('Open');
    act(() => button('Last').focus());
    press('Tab');
    expect(document.activeElement).toBe(button('Close'));
    press('Tab', { shiftKey: true });
    expect(document.activeElement).toBe(button('Last'));
  });

  it('opens and closes by its id, from reactions and from outside', () => {
    const seen: unknown[] = [];
    const overlays = open(
      <>
        <Tag overlay={edit}>Tier</Tag>
        <Button
          testId="there"
          onClick={(event: { type: string; id: string }, { openModal }: Reactions) => {
            seen.push(event.type, event.id);
            openModal('edit');
          }}
        >
          There
        </Button>
      </>,
    );
    click('There');
    expect(dialog()?.textContent).toContain('Edit the tag');
    expect(seen).toEqual(['click', 'there']);
    act(() => overlays.close('another'));
    expect(dialog()).not.toBeNull();
    act(() => overlays.close('edit'));
    expect(dialog()).toBeNull();
  });

  it('tells when it opened and when it closed', () => {
    const told: string[] = [];
    const panel = (
      <Panel id="p" title="More" onOpen={() => told.push('open')} onClose={() => told.push('close')} />
    );
    open(<Button overlay={panel}>Open</Button>);
    click('Open');
    expect(dialog()?.hasAttribute('aria-modal')).toBe(false);
    click('Close');
    expect(told).toEqual(['open', 'close']);
  });

  it('opens from a menu item, after the menu has closed', () => {
    open(
      <Dropdown buttonText="Actions">
        <DropdownButtonItem overlay={edit}>Edit</DropdownButtonItem>
      </Dropdown>,
    );
    click('Actions');
    expect(document.activeElement?.textContent).toBe('Edit');
    act(() => (document.activeElement as HTMLElement).click());
    expect(dialog()).not.toBeNull();
    expect(document.querySelector<HTMLElement>('[role="menu"]')?.hidden).toBe(true);
  });

  it('opens by the arrow key without scrolling the page, which would close it again', () => {
    open(<Dropdown buttonText="More" options={[{ label: 'Read again', onClick: () => undefined }]} />);
    const down = new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true });
    act(() => {
      button('More').dispatchEvent(down);
    });
    expect(document.activeElement?.textContent).toBe('Read again');
    expect(down.defaultPrevented).toBe(true);
  });

  it('does not submit the form around its opener', () => {
    let submits = 0;
    const inner = (
      <Modal id="m" title="Inner">
        <ModalBody>
          <Form onSubmit={() => undefined}>
            <Button type="submit">Send</Button>
          </Form>
        </ModalBody>
      </Modal>
    );
    open(
      <Form onSubmit={() => (submits += 1)}>
        <Button overlay={inner}>Open</Button>
      </Form>,
    );
    click('Open');
    click('Send');
    expect(submits).toBe(0);
  });

  it('shows a tooltip on focus and hides it on Escape, without a dialog', () => {
    open(<Button overlay={<Tooltip>Why</Tooltip>}>Hover me</Button>);
    expect(button('Hover me').getAttribute('aria-haspopup')).toBeNull();
    act(() => button('Hover me').focus());
    const tip = document.querySelector('[role="tooltip"]');
    expect(tip?.textContent).toBe('Why');
    expect(button('Hover me').getAttribute('aria-describedby')).toBe(tip?.id);
    press('Escape');
    expect(document.querySelector('[role="tooltip"]')).toBeNull();
  });
});
