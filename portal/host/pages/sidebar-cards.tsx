import { boot } from '../boot.ts';
import { cardsFor } from '../crm/record-kinds.ts';
import { ExtensionFrame } from '../extension/extension-frame.tsx';
import type { RecordView } from './record-page.tsx';

export function SidebarCards({ view }: { view: RecordView }) {
  const { kind, record, version, onChanged } = view;
  return cardsFor(boot.surfaces, kind, 'crm.record.sidebar').map((card) => (
    <section key={card.uid} className="panel side-card" aria-labelledby={`card-${card.uid}`}>
      <h2 id={`card-${card.uid}`}>{card.title}</h2>
      <ExtensionFrame
        surface={card}
        crm={{ objectId: Number(record.id), objectTypeId: kind.objectTypeId }}
        recordVersion={version}
        onRefreshRecord={onChanged}
      />
    </section>
  ));
}
