import { at, makeCompany, makeDeal, makeInvolvement } from '#test/make';
import { tagsOf } from '#test/tags-of';
import { columnsOf } from '../columns.ts';
import { sizeBandOf } from './company-columns.ts';
import { growingDictionary } from './dictionary.ts';
import { minuteOf, missing } from './minute.ts';
import { joinTags } from './tag-columns.ts';

const nothing = { deals: [], involvements: [], companies: [] };

it('a size is known where somebody is employed', () => {
  expect([null, NaN, -5, 0, 1].map(sizeBandOf)).toEqual([-1, -1, -1, -1, 0]);
});

it('an account or a partner that is no known company has no code for anything', () => {
  const { companies } = columnsOf({
    ...nothing,
    deals: [makeDeal({ account: 'a' }), makeDeal({ id: 2, account: 'b' })],
    involvements: [makeInvolvement({ partnerId: '88' }), makeInvolvement({ partnerId: '89' })],
    companies: [makeCompany({ id: 'b', region: 'Austria' }), makeCompany({ id: '89', partnerType: null })],
  });
  expect([...companies.accountRegion]).toEqual([-1, 0]);
  expect([...companies.accountSize]).toEqual([-1, -1]);
  expect([...companies.partnerType]).toEqual([-1, -1]);
});

it('an amount that is no number is none', () => {
  const amounts = [Infinity, NaN, null, 7];
  const { deals } = columnsOf({
    ...nothing,
    deals: amounts.map((amountMinor, i) => makeDeal({ id: i + 1, amountMinor, weightedMinor: amountMinor })),
  });
  expect([...deals.amountMinor]).toEqual([NaN, NaN, NaN, 7]);
});

it('an instant that is no number is missing', () => {
  expect([null, NaN, Infinity, -Infinity, 0].map(minuteOf)).toEqual([missing, missing, missing, missing, 0]);
});

it('a stage without an id is no stage', () => {
  const deal = makeDeal({ stageEnteredAt: { ' ': at('2026-01-01'), won: at('2026-01-02') } });
  const { deals, dictionaries } = columnsOf({ ...nothing, deals: [deal] });
  expect([...deals.entryStage].map((code) => dictionaries.stages.texts[code])).toEqual(['won']);
});

it('of rows in order the last of each id counts as well', () => {
  const deals = [1, 2, 2].map((id, i) => makeDeal({ id, amountMinor: i }));
  const columns = columnsOf({ ...nothing, deals });
  expect([[...columns.deals.id], [...columns.deals.amountMinor]]).toEqual([
    [1, 2],
    [0, 2],
  ]);
});

it('a dictionary keeps the codes of what it knew', () => {
  const dictionary = growingDictionary(['a', 'b']);
  expect(['b', 'c', 'a'].map(dictionary.take)).toEqual([1, 2, 0]);
});

it('tags of a deal are in the order of partner ids, then of their own, whatever the order of arrival', () => {
  const tags = ['9', '8', '10', '7'].map((partnerId, share) => makeInvolvement({ partnerId, share }));
  const twins = ['z', 'x', 'y'].map((id, i) => makeInvolvement({ id, partnerId: '7', share: 10 + i }));
  const { involvements } = columnsOf({
    ...nothing,
    deals: [makeDeal()],
    involvements: [...tags.slice(0, 3), ...twins],
  });
  expect([...involvements.share]).toEqual([2, 11, 12, 10, 1, 0]);
});

it('joined tags are in the order of partner ids, also of three and more, and one of no partner comes first', () => {
  const partners = growingDictionary(['9', '8', '10']);
  const { share } = joinTags(tagsOf([1, 0], [1, 1], [1, 2], [1, -1]), partners).take(Float64Array.of(1));
  expect([...share]).toEqual([3, 2, 1, 0]);
});

it.each([[[4096, 5]], [[8191, 4095, 4096]], [[1, 16_777_216, 4095]], [[16_777_215, 16_777_216, 1]]])(
  'tags of the deals %j find their deal, whatever the digits of its id',
  (ids) => {
    const partners = growingDictionary(['9']);
    const join = joinTags(tagsOf(...ids.map((id): [number, number] => [id, 0])), partners);
    const sorted = ids.toSorted((one, other) => one - other);
    const { share, start } = join.take(Float64Array.from(sorted));
    expect([...share].map((place) => ids[place])).toEqual(sorted);
    expect([...start]).toEqual([0, ...sorted.map((_, i) => i + 1)]);
  },
);
