import { definitionsOf } from '../crm/definitions.ts';
import { formatProperty } from '../crm/format.ts';
import { hrefOfRecord, kindOf } from '../crm/record-kinds.ts';
import type { RecordKind } from '../crm/record-kinds.ts';
import { readAssociations, readRecords } from '../crm/records.ts';
import type { Association } from '../crm/records.ts';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { Link } from '../shell/router.tsx';
import { useLoaded } from '../shell/use-loaded.ts';
import type { RecordView } from './record-page.tsx';

const shownAtMost = 10;

// HubSpot's own type ids of a primary company, in both directions (associations guide).
const isPrimary = ({ associationTypes }: Association) =>
  associationTypes.some(
    ({ category, typeId }) => category === 'HUBSPOT_DEFINED' && (typeId === 5 || typeId === 6),
  );

// Among a deal's companies one is primary; for a company's deals the word would stand beside nearly all.
const tagsOf = (association: Association, kind: RecordKind): string[] => {
  const labels = association.associationTypes.flatMap(({ label }) => label ?? []);
  const primary = kind.objectType === 'companies' && isPrimary(association) ? ['Primary'] : [];
  return [...primary, ...new Set(labels.filter((label) => label !== '' && label !== 'Primary'))];
};

async function readAssociated(view: RecordView, kind: RecordKind) {
  const [{ associations, after }, known] = await Promise.all([
    readAssociations(view.kind.objectType, view.record.id, kind.objectType),
    definitionsOf(kind.objectType),
  ]);
  const first = associations.slice(0, shownAtMost);
  const ids = first.map(({ toObjectId }) => String(toObjectId));
  const records = await readRecords(kind.objectType, ids, kind.columns);
  const byId = new Map(first.map((association) => [String(association.toObjectId), association]));
  const more = associations.length - first.length;
  return { records, byId, known, total: after === undefined ? `${associations.length}` : 'over 1,000', more };
}

type Associated = Awaited<ReturnType<typeof readAssociated>>;

function Rows({ associated: { records, byId, known }, kind }: { associated: Associated; kind: RecordKind }) {
  return (
    <ul className="associated">
      {records.map((record) => {
        const association = byId.get(record.id);
        const tags = association ? tagsOf(association, kind) : [];
        const facts = kind.columns.slice(1, 3).map((name) => formatProperty(name, record.properties, known));
        return (
          <li key={record.id}>
            <Link href={hrefOfRecord(kind, record.id)}>
              {record.properties[kind.nameProperty] ?? `${kind.singular} ${record.id}`}
            </Link>
            {tags.map((tag) => (
              <span key={tag} className="tag">
                {tag}
              </span>
            ))}
            <span className="associated-facts">{facts.filter(Boolean).join(' · ')}</span>
          </li>
        );
      })}
    </ul>
  );
}

export function AssociatedRecords({ view }: { view: RecordView }) {
  const kind = kindOf(view.kind.associated) ?? view.kind;
  const key = `${view.kind.path}/${view.record.id}/${view.version}`;
  const { loaded, reload } = useLoaded(key, () => readAssociated(view, kind));
  const associated = loaded.value;
  return (
    <section className="panel" aria-labelledby="associated">
      <h2 id="associated">
        {kind.plural} {associated ? <span className="count">{associated.total}</span> : null}
      </h2>
      {loaded.status === 'loading' ? <Loading label={`Loading ${kind.plural.toLowerCase()}`} /> : null}
      {loaded.status === 'failed' ? (
        <Failure title={`${kind.plural} could not be read`} message={loaded.message} onRetry={reload} />
      ) : null}
      {associated?.records.length === 0 ? <p className="empty">None yet.</p> : null}
      {associated ? <Rows associated={associated} kind={kind} /> : null}
      {associated && associated.more > 0 ? <p className="empty more">and {associated.more} more</p> : null}
    </section>
  );
}
