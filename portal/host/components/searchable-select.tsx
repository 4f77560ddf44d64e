import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { SelectProps } from '@hubspot/ui-extensions';
import { FieldFrame, useControl } from './field-frame.tsx';
import { Icon } from './icon.tsx';
import { useField } from './use-field.ts';
import { usePopup } from './use-popup.ts';
import type { Popup } from './use-popup.ts';

type Option = SelectProps['options'][number];

const matching = (options: readonly Option[], typed: string | null): readonly Option[] => {
  const wanted = (typed ?? '').trim().toLocaleLowerCase();
  return wanted === '' ? options : options.filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
};

function useCombobox(props: SelectProps, popup: Popup<HTMLInputElement>) {
  const field = useField<Option['value'] | null>(props.value, undefined, null);
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const options = props.options ?? [];
  const shown = matching(options, typed);
  const current = options.find(({ value }) => value === field.value);
  const choose = (option: Option | undefined) => {
    setTyped(null);
    popup.close();
    if (!option) return;
    field.set(option.value);
    field.sent(props.onChange?.(option.value));
  };
  const open = () => {
    if (props.readOnly || popup.isOpen) return;
    setActive(Math.max(0, current ? shown.indexOf(current) : 0));
    popup.open();
  };
  const type = (text: string) => {
    setTyped(text);
    setActive(0);
    popup.open();
    void props.onInput?.(text);
  };
  const move = (by: number) => {
    if (popup.isOpen) setActive((at) => Math.max(0, Math.min(shown.length - 1, at + by)));
    else open();
  };
  return { typed, setTyped, shown, active, current, choose, open, type, move };
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

function onKey(event: KeyboardEvent, popup: Popup<HTMLInputElement>, combobox: Combobox): void {
  const by = steps[event.key];
  if (by !== undefined) {
    event.preventDefault();
    combobox.move(by);
  } else if (event.key === 'Enter' && popup.isOpen) {
    event.preventDefault();
    combobox.choose(combobox.shown[combobox.active]);
  } else popup.closeOnEscape(event);
}

type Combobox = ReturnType<typeof useCombobox>;

interface OptionListProps {
  id: string;
  label: string;
  popup: Popup<HTMLInputElement>;
  combobox: Combobox;
}

function OptionList({ id, label, popup, combobox }: OptionListProps) {
  const { shown, active, current, choose } = combobox;
  return (
    <div ref={popup.box} className="ui-popup" style={popup.style} id={id} role="listbox" aria-label={label}>
      {shown.map((option, index) => (
        <div
          key={String(option.value)}
          id={`${id}-${index}`}
          ref={index === active ? (element) => element?.scrollIntoView?.({ block: 'nearest' }) : undefined}
          className="ui-option"
          role="option"
          aria-selected={option === current}
          data-active={index === active}
          // The focus stays in the text field, or its blur would close the list before the click.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(option)}
        >
          {option.label}
        </div>
      ))}
      {shown.length === 0 ? <div className="ui-option-none">Nothing matches</div> : null}
    </div>
  );
}

/** A text field that filters a list: the combobox of WAI-ARIA, with the list closed until asked for. */
export function SearchableSelect(props: SelectProps) {
  const { placeholder = 'Select', label = placeholder, readOnly } = props;
  const attributes = useControl(props);
  const popup = usePopup<HTMLInputElement>();
  const combobox = useCombobox(props, popup);
  const listId = `${attributes.id}-list`;
  const { typed, current, active, shown, open, type, setTyped } = combobox;
  return (
    <FieldFrame texts={props} id={attributes.id}>
      <div className="ui-adorned">
        <input
          {...attributes}
          ref={popup.anchor}
          type="text"
          role="combobox"
          className="ui-input"
          autoComplete="off"
          aria-label={props.label ? undefined : placeholder}
          aria-expanded={popup.isOpen}
          aria-controls={popup.isOpen ? listId : undefined}
          aria-activedescendant={popup.isOpen && shown[active] ? `${listId}-${active}` : undefined}
          placeholder={placeholder}
          readOnly={readOnly}
          value={typed ?? current?.label ?? ''}
          onChange={(event) => type(event.currentTarget.value)}
          onClick={open}
          onKeyDown={(event) => onKey(event, popup, combobox)}
          onBlur={() => setTyped(null)}
        />
        <span className="ui-adornment">
          <Icon name="downCarat" size="sm" />
        </span>
      </div>
      {popup.isOpen ? <OptionList id={listId} label={label} popup={popup} combobox={combobox} /> : null}
    </FieldFrame>
  );
}
