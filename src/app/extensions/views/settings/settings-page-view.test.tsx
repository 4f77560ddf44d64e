import {
  Alert,
  Button,
  CurrencyInput,
  Input,
  LoadingButton,
  MultiSelect,
  NumberInput,
  Select,
  Text,
  TextArea,
} from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import type { Reply } from '#contract/envelope';
import type { SaveSettingsInput, SettingsView } from '#contract/settings';
import { defaultSettings, type ProgramSettings } from '#domain/settings';
import { fakeCall, gives, later, refuses } from '../fake-call.ts';
import { SettingsPageView } from './settings-page-view.tsx';

const view = (settings: Partial<ProgramSettings> = {}, version = 3): SettingsView => ({
  settings: { ...defaultSettings, programCostMinor: 120_000_00, grossMargin: 0.7, ...settings },
  version,
  savedAt: '2026-09-30T12:00:00Z',
  savedBy: 'Ada Admin',
  pipelines: [
    {
      id: 'default',
      label: 'Sales',
      stages: [
        { id: 'qualified', label: 'Qualified', closed: false },
        { id: 'won', label: 'Won', closed: true },
      ],
    },
  ],
});

async function open(
  save: (input: SaveSettingsInput) => Reply<SettingsView> | Promise<Reply<SettingsView>> = ({ settings }) =>
    gives(view(settings, 4)),
) {
  const fake = fakeCall({ read_settings: () => gives(view()), save_settings: save });
  const renderer = createRenderer('settings');
  renderer.render(<SettingsPageView call={fake.call} context={renderer.mocks.context} />);
  await renderer.waitFor(() => renderer.find(LoadingButton));
  const texts = () =>
    renderer
      .findAll(Text)
      .map(({ text }) => text)
      .join(' | ');
  const saved = () => fake.askedFor('save_settings');
  const press = () => renderer.find(LoadingButton).trigger('onClick');
  return { ...fake, ...renderer, texts, saved, press };
}

describe('the settings page', () => {
  it('shows money in whole units, shares in percent, and who saved last', async () => {
    const page = await open();
    expect(page.find(CurrencyInput, { name: 'programCost' }).props).toMatchObject({
      value: 120000,
      currency: 'EUR',
    });
    expect(page.find(NumberInput, { name: 'grossMarginPercent' }).props.value).toBe(70);
    expect(page.texts()).toContain('Saved 30 Sept 2026, 08:00 by Ada Admin.');
  });

  it('says from which stage deals are compared where none is chosen', async () => {
    const { props } = (await open()).find(Select, { name: 'landmarkStage' });
    const shown = props.options.find(({ value }) => value === props.value);
    expect(shown?.label).toBe('The first stage that stands for Evaluate');
  });

  it('saves what was changed over the version that was read, and nothing else changes', async () => {
    const page = await open();
    page.find(CurrencyInput, { name: 'programCost' }).trigger('onChange', 99.5 as never);
    page.find(Select, { name: 'lifeCycleOf.qualified' }).trigger('onChange', 'evaluate' as never);
    page.find(TextArea).trigger('onInput', 'ada@example.com\n\nbob@example.com' as never);
    await page.waitFor(() => expect(page.texts()).toContain('There are unsaved changes.'));
    page.press();
    await page.waitFor(() => page.find(Alert, { title: 'Saved.' }));
    expect(page.saved()[0]?.version).toBe(3);
    expect(page.saved()[0]?.settings).toEqual({
      ...view().settings,
      programCostMinor: 9950,
      lifeCycleOf: { qualified: 'evaluate' },
      confirmers: ['ada@example.com', 'bob@example.com'],
    });
    expect(page.texts()).not.toContain('There are unsaved changes.');
  });

  it('shows progress, and saves once', async () => {
    const saving = later<Reply<SettingsView>>();
    const page = await open(() => saving.promise);
    page.find(Select, { name: 'creditModel' }).trigger('onChange', 'maturity' as never);
    page.press();
    await page.waitFor(() => expect(page.find(LoadingButton).props.loading).toBe(true));
    page.press();
    saving.settle(gives(view({ creditModel: 'maturity' }, 4)));
    await page.waitFor(() => page.find(Alert, { title: 'Saved.' }));
    expect(page.saved()).toHaveLength(1);
    expect(page.findAll(NumberInput, ({ props }) => props.name.startsWith('tierWeights'))).toHaveLength(4);
  });

  it('names what it can tell is wrong at the field, without asking the server', async () => {
    const page = await open();
    page.find(Input).trigger('onChange', 'Euro' as never);
    page.find(NumberInput, { name: 'ladderDeals' }).trigger('onChange', Number.NaN as never);
    page
      .find(MultiSelect, { name: 'strata' })
      .trigger('onChange', ['region', 'size', 'pipeline', 'dealtype'] as never);
    page.find(TextArea).trigger('onChange', 'ada@example.com\nnobody' as never);
    page.press();
    await page.waitFor(() => expect(page.find(Input).props.error).toBe(true));
    expect(page.find(NumberInput, { name: 'ladderDeals' }).props.error).toBe(true);
    expect(page.find(MultiSelect, { name: 'strata' }).props.validationMessage).toBe('Choose at most three.');
    expect(page.find(TextArea).props.validationMessage).toBe('Not an e-mail address: nobody');
    expect(page.saved()).toHaveLength(0);
  });

  it('puts what the server refuses at its field, and keeps what was typed', async () => {
    const page = await open(() => refuses('invalid_input', 'Between 0 and 1.', 'settings.grossMargin'));
    page.find(NumberInput, { name: 'grossMarginPercent' }).trigger('onChange', 55 as never);
    page.press();
    const field = () => page.find(NumberInput, { name: 'grossMarginPercent' }).props;
    await page.waitFor(() => expect(field().validationMessage).toBe('Between 0 and 1.'));
    expect(field().value).toBe(55);
  });

  it('offers to reload where somebody else saved in the meantime', async () => {
    const page = await open(() => refuses('settings_changed', 'Somebody else saved.'));
    page.find(Select, { name: 'creditModel' }).trigger('onChange', 'last' as never);
    page.press();
    await page.waitFor(() => page.find(Alert, { title: 'Not saved' }));
    page.find(Alert).find(Button).trigger('onClick');
    await page.waitFor(() => expect(page.askedFor('read_settings')).toHaveLength(2));
    await page.waitFor(() => expect(page.maybeFind(Alert)).toBeNull());
  });

  it('discards changes on request, and saves nothing where nothing changed', async () => {
    const page = await open();
    page.find(Select, { name: 'creditModel' }).trigger('onChange', 'last' as never);
    page.find(Button, (node) => node.text === 'Discard changes').trigger('onClick');
    await page.waitFor(() => expect(page.find(Select, { name: 'creditModel' }).props.value).toBe('equal'));
    page.press();
    await page.waitFor(() => page.find(Alert, { title: 'There is nothing to save.' }));
    expect(page.saved()).toHaveLength(0);
  });
});
