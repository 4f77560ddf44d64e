import { formatProperty } from '../crm/format.ts';
import type { RecordKind } from '../crm/record-kinds.ts';
import type { Definitions, PropertyDefinition } from '../crm/definitions.ts';
import { EditableProperty } from './editable-property.tsx';
import type { RecordView } from './record-page.tsx';

function PropertyList({ names, view }: { names: string[]; view: RecordView }) {
  const { known, record } = view;
  return (
    <dl className="properties">
      {names.map((name) => (
        <div key={name}>
          <dt>{known.properties.get(name)?.label ?? name}</dt>
          <dd>{formatProperty(name, record.properties, known) || <span className="empty-value">--</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

const isOwn = (definition: PropertyDefinition) =>
  definition.hubspotDefined !== true && definition.hidden !== true;

interface Section {
  label: string;
  names: string[];
}

/** Properties that an app or an admin added, under the labels of their groups. */
function addedSections(known: Definitions, kind: RecordKind): Section[] {
  const standard = new Set([...kind.about, ...kind.editable, kind.nameProperty]);
  return known.groups
    .map((group) => ({
      label: group.label,
      names: [...known.properties.values()]
        .filter((one) => one.groupName === group.name && isOwn(one) && !standard.has(one.name))
        .sort((a, b) => (a.displayOrder ?? 0) - (b.displayOrder ?? 0))
        .map(({ name }) => name),
    }))
    .filter(({ names }) => names.length > 0);
}

export function PropertyPanel({ view }: { view: RecordView }) {
  const { kind, known, record } = view;
  const about = kind.about.filter((name) => known.properties.has(name));
  return (
    <>
      {kind.editable.length > 0 ? (
        <div className="editable-properties">
          {kind.editable.map((name) => (
            <EditableProperty key={`${record.id} ${name}`} name={name} view={view} />
          ))}
        </div>
      ) : null}
      <h2>About this {kind.singular.toLowerCase()}</h2>
      <PropertyList names={about} view={view} />
      {addedSections(known, kind).map(({ label, names }) => (
        <details key={label} open className="property-section">
          <summary>
            <h2>{label}</h2>
          </summary>
          <PropertyList names={names} view={view} />
        </details>
      ))}
    </>
  );
}
