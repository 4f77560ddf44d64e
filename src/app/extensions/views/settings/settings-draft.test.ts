import fc from 'fast-check';
import { creditModels } from '#domain/credit';
import { defaultSettings, type ProgramSettings } from '#domain/settings';
import { draftOf, faultsOf, settingsOf, type SettingsDraft } from './settings-draft.ts';

const minor = fc.option(fc.nat({ max: 1_000_000_000_00 }), { nil: null });

const anySettings: fc.Arbitrary<ProgramSettings> = fc.record({
  ...Object.fromEntries(Object.entries(defaultSettings).map(([name, value]) => [name, fc.constant(value)])),
  homeCurrency: fc.constantFrom('EUR', 'JPY', 'KWD'),
  creditModel: fc.constantFrom(...creditModels),
  pipelineTargetMinor: minor,
  programCostMinor: minor,
  directCostMinor: minor,
  grossMargin: fc.option(
    fc.nat({ max: 10_000 }).map((n) => n / 10_000),
    { nil: null },
  ),
  confirmers: fc.subarray(['ada@example.com', 'bob@example.com']),
}) as unknown as fc.Arbitrary<ProgramSettings>;

const faultFields = (change: Partial<SettingsDraft>) =>
  faultsOf({ ...draftOf(defaultSettings), ...change }).map(({ field }) => field);

describe('the draft of the settings', () => {
  it('gives back the settings that it was made of, in every currency', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        expect(settingsOf(draftOf(settings))).toEqual(settings);
        expect(faultsOf(draftOf(settings))).toEqual([]);
      }),
    );
  });

  it('takes a currency as people type it', () => {
    expect(settingsOf({ ...draftOf(defaultSettings), homeCurrency: ' usd ' }).homeCurrency).toBe('USD');
  });

  it('takes addresses on lines or with commas, each once', () => {
    const confirmers = 'ada@example.com, bob@example.com\n\nada@example.com';
    expect(settingsOf({ ...draftOf(defaultSettings), confirmers }).confirmers).toEqual([
      'ada@example.com',
      'bob@example.com',
    ]);
  });

  it.each([
    [{ homeCurrency: 'EURO' }, 'settings.homeCurrency'],
    [{ grossMarginPercent: 101 }, 'settings.grossMargin'],
    [{ fullStackFunctions: 5 }, 'settings.fullStackFunctions'],
    [{ ladderDeals: 1.5 }, 'settings.ladderDeals'],
    [{ activationDays: null }, 'settings.activationDays'],
    [{ confirmers: 'nobody' }, 'settings.confirmers'],
    [{ tierWeights: { ...defaultSettings.tierWeights, source: null } }, 'settings.tierWeights.source'],
  ])('finds the fault in %j', (change, field) => {
    expect(faultFields(change)).toEqual([field]);
  });
});
