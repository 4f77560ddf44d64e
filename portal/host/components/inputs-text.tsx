import { useLayoutEffect, useRef } from 'react';
import type { ChangeEvent, KeyboardEvent, RefObject } from 'react';
import type { InputProps, SearchInputProps, TextAreaProps } from '@hubspot/ui-extensions';
import { FieldFrame, useControl } from './field-frame.tsx';
import { Icon } from './icon.tsx';
import { useField } from './use-field.ts';

type TextControl = HTMLInputElement | HTMLTextAreaElement;
type TextFieldProps = InputProps | SearchInputProps | TextAreaProps;

// A value that the extension rewrote (upper case, say) would throw the caret to the end.
function useKeptCaret<E extends TextControl>(control: RefObject<E>, value: string) {
  const typed = useRef({ text: value, caret: 0 });
  useLayoutEffect(() => {
    const element = control.current;
    if (!element || element !== document.activeElement || typed.current.text === value) return;
    element.setSelectionRange(typed.current.caret, typed.current.caret);
    typed.current.text = value;
  }, [control, value]);
  return (element: E) => {
    typed.current = { text: element.value, caret: element.selectionStart ?? element.value.length };
  };
}

/** HubSpot's contract: `onInput` with every key; `onChange` when the value is committed, by leaving or by Enter. */
function useTextField<E extends TextControl>(props: TextFieldProps, control: RefObject<E>) {
  const field = useField(props.value, props.defaultValue, '');
  const keepCaret = useKeptCaret(control, field.value);
  const committed = useRef(field.value);
  const commit = (value: string) => {
    if (value === committed.current) return;
    committed.current = value;
    field.sent(props.onChange?.(value));
  };
  const type = (value: string) => {
    field.set(value);
    field.sent(props.onInput?.(value));
  };
  return {
    value: field.value,
    type,
    commit,
    attributes: {
      value: field.value,
      readOnly: props.readOnly,
      placeholder: props.placeholder,
      onChange(event: ChangeEvent<E>) {
        keepCaret(event.currentTarget);
        type(event.currentTarget.value);
      },
      onFocus() {
        committed.current = field.value;
        void props.onFocus?.(field.value);
      },
      onBlur() {
        commit(field.value);
        void props.onBlur?.(field.value);
      },
    },
  };
}

export function Input(props: InputProps) {
  const control = useRef<HTMLInputElement>(null);
  const attributes = useControl(props);
  const field = useTextField(props, control);
  const commitOnEnter = (event: KeyboardEvent) => {
    if (event.key === 'Enter') field.commit(field.value);
  };
  return (
    <FieldFrame texts={props} id={attributes.id}>
      <input
        {...attributes}
        {...field.attributes}
        ref={control}
        type={props.type ?? 'text'}
        className="ui-input"
        onKeyDown={commitOnEnter}
      />
    </FieldFrame>
  );
}

export function TextArea(props: TextAreaProps) {
  const { cols, rows = 3, maxLength, resize = 'both' } = props;
  const control = useRef<HTMLTextAreaElement>(null);
  const attributes = useControl(props);
  const field = useTextField(props, control);
  return (
    <FieldFrame texts={props} id={attributes.id}>
      <textarea
        {...attributes}
        {...field.attributes}
        ref={control}
        className="ui-input"
        cols={cols}
        rows={rows}
        maxLength={maxLength}
        style={{ resize, width: cols === undefined ? '100%' : undefined }}
      />
    </FieldFrame>
  );
}

const SearchMark = ({ clear }: { clear: (() => void) | null }) =>
  clear ? (
    <button type="button" className="ui-icon-button" aria-label="Clear search" onClick={clear}>
      <Icon name="remove" size="sm" />
    </button>
  ) : (
    <span className="ui-adornment">
      <Icon name="search" size="sm" />
    </span>
  );

export function SearchInput(props: SearchInputProps) {
  const { clearable = true, readOnly = false } = props;
  const control = useRef<HTMLInputElement>(null);
  const attributes = useControl(props);
  const field = useTextField(props, control);
  const clear = () => {
    field.type('');
    field.commit('');
    control.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') field.commit(field.value);
    if (event.key !== 'Escape' || !clearable || field.value === '') return;
    event.stopPropagation();
    clear();
  };
  return (
    <FieldFrame texts={props} id={attributes.id}>
      <div className="ui-adorned">
        <input
          {...attributes}
          {...field.attributes}
          ref={control}
          type="search"
          className="ui-input"
          autoComplete="off"
          onKeyDown={onKeyDown}
        />
        <SearchMark clear={clearable && !readOnly && field.value !== '' ? clear : null} />
      </div>
    </FieldFrame>
  );
}
