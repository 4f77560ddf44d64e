import { useCallback, useState } from 'react';
import { definitionsOf } from '../crm/definitions.ts';
import type { Definitions } from '../crm/definitions.ts';
import type { RecordKind } from '../crm/record-kinds.ts';
import { readRecord } from '../crm/records.ts';
import type { CrmRecord } from '../crm/records.ts';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { Link } from '../shell/router.tsx';
import { useLoaded } from '../shell/use-loaded.ts';
import { AssociatedRecords } from './associated-records.tsx';
import { usePageTitle } from './page-title.ts';
import { PropertyPanel } from './property-panel.tsx';
import { RecordTabs } from './record-tabs.tsx';
import { SidebarCards } from './sidebar-cards.tsx';

export interface RecordView {
  kind: RecordKind;
  record: CrmRecord;
  known: Definitions;
  /** Grows with every change made on the page, by a person or by a card. */
  version: number;
  onChanged: () => void;
}

const namesOf = (known: Definitions) => [...known.properties.keys()];

async function readView(kind: RecordKind, id: string) {
  const known = await definitionsOf(kind.objectType);
  return { known, record: await readRecord(kind.objectType, id, namesOf(known)) };
}

export function RecordPage({ kind, id }: { kind: RecordKind; id: string }) {
  const [version, setVersion] = useState(0);
  const { loaded, reload } = useLoaded(`${kind.path}/${id}`, () => readView(kind, id));
  const onChanged = useCallback(() => {
    setVersion((n) => n + 1);
    reload();
  }, [reload]);
  const name = loaded.value?.record.properties[kind.nameProperty] ?? `${kind.singular} ${id}`;
  usePageTitle(name);
  if (loaded.value) {
    const problem = loaded.status === 'failed' ? loaded.message : null;
    return <Record view={{ kind, ...loaded.value, version, onChanged }} name={name} problem={problem} />;
  }
  return (
    <div className="list-page">
      <h1 className="visually-hidden">{name}</h1>
      {loaded.status === 'failed' ? (
        <>
          <Failure
            title={`This ${kind.singular.toLowerCase()} could not be read`}
            message={loaded.message}
            onRetry={reload}
          />
          <Link href={kind.path}>Back to {kind.plural.toLowerCase()}</Link>
        </>
      ) : (
        <Loading label={`Loading the ${kind.singular.toLowerCase()}`} />
      )}
    </div>
  );
}

function Record({ view, name, problem }: { view: RecordView; name: string; problem: string | null }) {
  const { kind, record } = view;
  return (
    <div className="record">
      <section className="record-left" aria-label="Properties">
        <Link href={kind.path} className="back-link">
          {kind.plural}
        </Link>
        <h1>{name}</h1>
        {problem ? <Failure title="Not up to date" message={problem} onRetry={view.onChanged} /> : null}
        <PropertyPanel view={view} />
      </section>
      <section className="record-middle" aria-label="Details">
        <RecordTabs key={record.id} view={view} />
      </section>
      <aside className="record-right" aria-label="Cards and associations">
        <SidebarCards key={record.id} view={view} />
        <AssociatedRecords view={view} />
      </aside>
    </div>
  );
}
