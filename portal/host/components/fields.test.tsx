/** @jest-environment jsdom */
import { act, useState } from 'react';
import { control, leave, show, type, wired } from './test-page.ts';

const { CurrencyInput, Form, Input, NumberInput, SearchInput } = wired;

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
