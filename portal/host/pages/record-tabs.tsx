import type { KeyboardEvent } from 'react';
import { boot } from '../boot.ts';
import { cardsFor } from '../crm/record-kinds.ts';
import { ExtensionFrame } from '../extension/extension-frame.tsx';
import { navigate, useHref } from '../shell/router.tsx';
import { Overview } from './overview.tsx';
import type { RecordView } from './record-page.tsx';

interface Tab {
  id: string;
  label: string;
}

const move = { ArrowRight: 1, ArrowLeft: -1 } as const;

function TabList({ tabs, active, onSelect }: { tabs: Tab[]; active: Tab; onSelect: (id: string) => void }) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = move[event.key as keyof typeof move] as 1 | -1 | undefined;
    if (!step) return;
    const next = tabs[(tabs.indexOf(active) + step + tabs.length) % tabs.length];
    if (!next) return;
    onSelect(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <div role="tablist" aria-label="Record views" className="tabs" onKeyDown={onKeyDown}>
      {tabs.map(({ id, label }) => (
        <button
          key={id}
          id={`tab-${id}`}
          type="button"
          role="tab"
          aria-selected={id === active.id}
          aria-controls="record-tab"
          tabIndex={id === active.id ? 0 : -1}
          onClick={() => onSelect(id)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

const overviewTab: Tab = { id: 'overview', label: 'Overview' };

/** The middle of a record: an overview, and a tab for each card of the app that belongs there. */
export function RecordTabs({ view }: { view: RecordView }) {
  const { kind, record, version, onChanged } = view;
  const { searchParams, pathname } = useHref();
  const cards = cardsFor(boot.surfaces, kind, 'crm.record.tab');
  const tabs = [overviewTab, ...cards.map(({ uid, title }) => ({ id: uid, label: title }))];
  const active = tabs.find(({ id }) => id === searchParams.get('tab')) ?? overviewTab;
  const card = cards.find(({ uid }) => uid === active.id);
  return (
    <>
      <TabList
        tabs={tabs}
        active={active}
        onSelect={(id) => navigate(`${pathname}?tab=${encodeURIComponent(id)}`)}
      />
      <div id="record-tab" role="tabpanel" aria-labelledby={`tab-${active.id}`} tabIndex={-1}>
        {card ? (
          <div className="panel">
            <ExtensionFrame
              key={card.uid}
              surface={card}
              crm={{ objectId: Number(record.id), objectTypeId: kind.objectTypeId }}
              recordVersion={version}
              onRefreshRecord={onChanged}
            />
          </div>
        ) : (
          <Overview view={view} />
        )}
      </div>
    </>
  );
}
