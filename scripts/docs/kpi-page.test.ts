import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kpiPage } from './kpi-page.ts';

test('docs/kpis.md says what the catalogue says', () => {
  expect(readFileSync(join(__dirname, '../../docs/kpis.md'), 'utf8')).toBe(kpiPage());
});
