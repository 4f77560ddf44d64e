import { createContext, useContext, useEffect, useId } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { DropdownButtonItemProps, DropdownProps } from '@hubspot/ui-extensions';
import { Icon } from './icon.tsx';
import { stepOf } from './size.ts';
import { useOverlay } from './use-overlay.tsx';
import { usePopup } from './use-popup.ts';
import type { Popup } from './use-popup.ts';

const CloseMenu = createContext<() => void>(() => undefined);

const itemsOf = (menu: Element | null) => [
  ...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []),
];

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const items = itemsOf(event.currentTarget);
  const at = items.findIndex((item) => item === document.activeElement);
  const step = steps[event.key];
  const isLetter = event.key.length === 1 && /\S/.test(event.key);
  const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  const starts = (item: HTMLElement) =>
    item.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase());
  const next = step ? items[step(at, items.length)] : isLetter ? after.find(starts) : undefined;
  if (!next) return;
  event.preventDefault();
  next.focus();
}

interface MenuProps {
  id: string;
  popup: Popup<HTMLButtonElement>;
  options: NonNullable<DropdownProps['options']>;
  children: ReactNode;
}

/** Closed, the items stay: an overlay that one of them opened lives inside it. */
function Menu({ id, popup, options, children }: MenuProps) {
  const { isOpen, box, anchor } = popup;
  useEffect(() => {
    if (isOpen) itemsOf(box.current)[0]?.focus();
  }, [isOpen, box]);
  const close = () => {
    popup.close();
    anchor.current?.focus();
  };
  return (
    <div
      ref={box}
      className="ui-popup"
      role="menu"
      aria-labelledby={id}
      hidden={!isOpen}
      style={popup.style}
      onKeyDown={moveFocus}
    >
      <CloseMenu.Provider value={close}>
        {options.map(({ label, onClick }) => (
          <DropdownButtonItem key={label} onClick={() => onClick?.()}>
            {label}
          </DropdownButtonItem>
        ))}
        {children}
      </CloseMenu.Provider>
    </div>
  );
}

export function Dropdown(props: DropdownProps) {
  const {
    buttonText = 'More',
    variant = 'secondary',
    buttonSize,
    disabled = false,
    options,
    children,
  } = props;
  const popup = usePopup<HTMLButtonElement>();
  const id = useId();
  const { isOpen, anchor } = popup;
  return (
    <span className="ui-dropdown" onKeyDown={popup.closeOnEscape} data-test-id={props.testId}>
      <button
        ref={anchor}
        id={id}
        type="button"
        className="ui-button"
        data-variant={variant}
        data-size={stepOf(buttonSize, 'md')}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        disabled={disabled}
        onClick={isOpen ? popup.close : popup.open}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          popup.open();
        }}
      >
        <span className="ui-button-label">{buttonText}</span>
        <Icon name="downCarat" size="sm" />
      </button>
      <Menu id={id} popup={popup} options={options ?? []}>
        {children}
      </Menu>
    </span>
  );
}

export function DropdownButtonItem({ onClick, overlay, children, testId }: DropdownButtonItemProps) {
  const close = useContext(CloseMenu);
  const { press, wrap } = useOverlay(onClick, overlay, testId);
  return wrap(
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className="ui-option"
      data-test-id={testId}
      onClick={(event) => {
        close();
        void press(event);
      }}
    >
      {children}
    </button>,
  );
}
