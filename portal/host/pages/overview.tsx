import { formatMoment, formatProperty } from '../crm/format.ts';
import type { RecordView } from './record-page.tsx';

const highlightsOf = { deals: ['amount', 'dealstage', 'closedate', 'hs_deal_stage_probability'] } as Record<
  string,
  string[]
>;
const companyHighlights = ['lifecyclestage', 'type', 'createdate', 'hs_lastmodifieddate'];

function Highlights({ view: { kind, record, known } }: { view: RecordView }) {
  const names = (highlightsOf[kind.objectType] ?? companyHighlights).filter((name) =>
    known.properties.has(name),
  );
  return (
    <section className="panel" aria-labelledby="highlights">
      <h2 id="highlights">Highlights</h2>
      <dl className="highlights">
        {names.map((name) => (
          <div key={name}>
            <dt>{known.properties.get(name)?.label ?? name}</dt>
            <dd>{formatProperty(name, record.properties, known) || '--'}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface Moment {
  at: string;
  text: string;
}

const toIso = (value: string) => (/^\d{11,}$/.test(value) ? new Date(Number(value)).toISOString() : value);

/** What the record itself remembers: when it was made, and when a deal entered each stage. */
function momentsOf({ kind, record, known }: RecordView): Moment[] {
  const { properties } = record;
  const entered = known.pipelines
    .flatMap(({ stages }) => stages)
    .map(({ id, label }) => ({ at: properties[`hs_v2_date_entered_${id}`], text: `Moved to ${label}` }));
  const created = { at: properties['createdate'], text: `${kind.singular} created` };
  return [created, ...entered]
    .flatMap(({ at, text }) => (at ? [{ at: toIso(at), text }] : []))
    .sort((a, b) => b.at.localeCompare(a.at));
}

export function Overview({ view }: { view: RecordView }) {
  const moments = momentsOf(view);
  return (
    <>
      <Highlights view={view} />
      <section className="panel" aria-labelledby="history">
        <h2 id="history">History</h2>
        {moments.length === 0 ? <p className="empty">Nothing has happened yet.</p> : null}
        <ol className="moments">
          {moments.map(({ at, text }) => (
            <li key={`${at} ${text}`}>
              <span>{text}</span> <time dateTime={at}>{formatMoment(at)}</time>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
