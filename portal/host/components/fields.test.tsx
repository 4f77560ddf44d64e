/** @jest-environment jsdom */
import { act, useState } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { components } from './registry.tsx';

const { CurrencyInput, DateInput, Form, Input, MultiSelect, NumberInput, SearchInput, Select, ToggleGroup } =
  components;

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

function show(content: ReactNode) {
  document.body.innerHTML = '<div id="root"></div>';
  const root = createRoot(document.getElementById('root') as HTMLElement);
  act(() => root.render(content));
  return (next: ReactNode) => act(() => root.render(next));
}

const control = (label: string): HTMLInputElement => {
  const found = [...document.querySelectorAll('label')].find((one) => one.textContent?.startsWith(label));
  return document.getElementById(found?.htmlFor ?? '') as HTMLInputElement;
};

function type(element: HTMLInputElement | HTMLSelectElement, value: string) {
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value');
  act(() => {
    element.focus();
    own?.set?.call(element, value);
    element.dispatchEvent(new Event(element.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  });
}
const leave = () => act(() => (document.activeElement as HTMLElement).blur());

describe('a text field', () => {
  it('keeps the keys typed while the extension still answers the first one', async () => {
    let answer = () => undefined as void;
    const inFlight: Promise<void>[] = [];
    const field = (value: string) => (
      <Input
        label="Name"
        name="name"
        value={value}
        onInput={() => {
          const promise = new Promise<void>((resolve) => (answer = resolve));
          inFlight.push(promise);
          return promise;
        }}
      />
    );
    const render = show(field(''));
    type(control('Name'), 'a');
    const first = answer;
    type(control('Name'), 'ab');
    render(field('A'));
    expect(control('Name').value).toBe('ab');
    await act(async () => {
      first();
      await inFlight[0];
    });
    expect(control('Name').value).toBe('ab');
    render(field('AB'));
    await act(async () => {
      answer();
      await inFlight[1];
    });
    expect(control('Name').value).toBe('AB');
  });

  it('tells every key by onInput, and the committed value once by onChange', () => {
    const told: string[] = [];
    show(
      <Input
        label="Name"
        name="name"
        onInput={(value: string) => told.push(`in ${value}`)}
        onChange={(value: string) => told.push(`change ${value}`)}
      />,
    );
    type(control('Name'), 'a');
    type(control('Name'), 'ab');
    leave();
    expect(told).toEqual(['in a', 'in ab', 'change ab']);
  });

  it('belongs to its label, its description and its error', () => {
    show(<Input label="Name" name="n" required description="About" error validationMessage="Too short" />);
    const field = control('Name');
    const described = field.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual(['About', 'Too short']);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.getAttribute('aria-required')).toBe('true');
  });

  it('is emptied when the extension takes its value away', () => {
    const render = show(<SearchInput label="Find" name="f" value="abc" />);
    render(<SearchInput label="Find" name="f" />);
    expect(control('Find').value).toBe('');
  });
});

describe('numbers', () => {
  it('are written out when the field is left, within their bounds and precision', () => {
    const sent: number[] = [];
    show(
      <NumberInput label="Share" name="s" max={100} precision={2} onChange={(n: number) => sent.push(n)} />,
    );
    type(control('Share'), '33.335');
    leave();
    type(control('Share'), '250');
    leave();
    type(control('Share'), '');
    leave();
    expect(sent).toEqual([33.34, 100, NaN]);
  });

  it('keep a decimal point that is still being typed', () => {
    function Card() {
      const [value, setValue] = useState<number>();
      return <NumberInput label="Share" name="s" value={value} onInput={setValue} />;
    }
    show(<Card />);
    type(control('Share'), '1.');
    expect(control('Share').value).toBe('1.');
    type(control('Share'), '1.5');
    expect(control('Share').value).toBe('1.5');
  });

  it('show money in the digits of its currency', () => {
    show(<CurrencyInput label="Cost" name="c" currency="EUR" value={12345.5} />);
    expect(control('Cost').value).toBe('12,345.50');
  });
});

describe('choices', () => {
  it('send the value of the option, of whatever type', () => {
    const sent: unknown[] = [];
    const options = [
      { label: 'One', value: 1 },
      { label: 'Yes', value: true },
    ];
    show(<Select label="Pick" options={options} onChange={(value: unknown) => sent.push(value)} />);
    type(control('Pick'), '1');
    expect(sent).toEqual([true]);
  });

  it('are searched with the keyboard where there are many', () => {
    const sent: unknown[] = [];
    const options = Array.from({ length: 40 }, (_, n) => ({ label: `Partner ${n}`, value: n }));
    show(<Select label="Partner" options={options} onChange={(value: unknown) => sent.push(value)} />);
    type(control('Partner'), '3');
    expect(document.querySelectorAll('[role="option"]').length).toBe(13);
    for (const key of ['ArrowDown', 'Enter']) {
      act(() => void control('Partner').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
    }
    expect(sent).toEqual([13]);
    expect(control('Partner').getAttribute('aria-expanded')).toBe('false');
  });

  it('add up in a multi-select and come as a list', () => {
    const sent: unknown[] = [];
    const options = ['a', 'b'].map((value) => ({ label: value.toUpperCase(), value }));
    show(<MultiSelect label="Roles" options={options} onChange={(value: unknown) => sent.push(value)} />);
    act(() => control('Roles').click());
    act(() => document.querySelectorAll<HTMLElement>('[role="group"] input').forEach((box) => box.click()));
    expect(sent.at(-1)).toEqual(['a', 'b']);
    expect(control('Roles').textContent).toBe('A, B');
  });

  it('exclude one another as radio buttons', () => {
    const sent: unknown[] = [];
    const options = ['a', 'b'].map((value) => ({ label: value, value }));
    show(
      <ToggleGroup
        name="g"
        label="Pick"
        toggleType="radioButtonList"
        options={options}
        onChange={(v: unknown) => sent.push(v)}
      />,
    );
    for (const box of document.querySelectorAll<HTMLElement>('[type="radio"]')) act(() => box.click());
    expect(sent).toEqual(['a', 'b']);
    expect(document.querySelectorAll(':checked').length).toBe(1);
  });
});

describe('a day', () => {
  it('is read from what a person types and sent with its month from 0', () => {
    const sent: unknown[] = [];
    show(<DateInput label="Day" name="d" format="medium" onChange={(day: unknown) => sent.push(day)} />);
    type(control('Day'), '2026-01-05');
    leave();
    expect(sent).toEqual([{ year: 2026, month: 0, date: 5, formattedDate: 'Jan 5, 2026' }]);
    expect(control('Day').value).toBe('Jan 5, 2026');
  });

  it('out of bounds is refused beside the field and not sent', () => {
    const sent: unknown[] = [];
    const max = { year: 2026, month: 0, date: 5 };
    show(
      <DateInput
        label="Day"
        name="d"
        max={max}
        maxValidationMessage="Not ahead."
        onChange={(d: unknown) => sent.push(d)}
      />,
    );
    type(control('Day'), '01/06/2026');
    leave();
    expect(sent).toEqual([]);
    expect(document.querySelector('[aria-live]')?.textContent).toBe('Not ahead.');
  });
});

it('a form sends its values by name, and the page stays', () => {
  const sent: unknown[] = [];
  show(
    <Form onSubmit={(event: { targetValue: unknown }) => sent.push(event.targetValue)}>
      <Input label="Name" name="name" value="Ann" />
    </Form>,
  );
  const submit = new Event('submit', { bubbles: true, cancelable: true });
  act(() => void document.querySelector('form')?.dispatchEvent(submit));
  expect(sent).toEqual([{ name: 'Ann' }]);
  expect(submit.defaultPrevented).toBe(true);
});
