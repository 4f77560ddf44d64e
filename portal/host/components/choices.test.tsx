/** @jest-environment jsdom */
import { act } from 'react';
import { control, leave, show, type, wired } from './test-page.ts';

const { DateInput, MultiSelect, Select, ToggleGroup } = wired;

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
