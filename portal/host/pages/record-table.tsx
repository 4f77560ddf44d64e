import type { Definitions } from '../crm/definitions.ts';
import { formatDay, formatProperty } from '../crm/format.ts';
import { hrefOfRecord } from '../crm/record-kinds.ts';
import type { RecordKind } from '../crm/record-kinds.ts';
import type { CrmRecord, SearchPage } from '../crm/records.ts';
import { Link } from '../shell/router.tsx';
import { goToList } from './list-address.ts';
import type { ListAddress } from './list-address.ts';

interface Props {
  kind: RecordKind;
  address: ListAddress;
  page: SearchPage;
  known: Definitions;
}

const typeOf = (name: string, known: Definitions) => known.properties.get(name)?.type;
const isNumeric = (name: string, known: Definitions) => typeOf(name, known) === 'number';

function HeadCell({ name, kind, address, known }: Omit<Props, 'page'> & { name: string }) {
  const sorted = address.sort === name;
  const direction = sorted ? (address.descending ? 'descending' : 'ascending') : 'none';
  const descending = sorted ? !address.descending : isNumeric(name, known) || name.endsWith('date');
  return (
    <th scope="col" aria-sort={direction} data-type={typeOf(name, known)}>
      <button
        type="button"
        className="sort-button"
        onClick={() => goToList(kind.path, { ...address, sort: name, descending, page: 1 }, 'push')}
      >
        {known.properties.get(name)?.label ?? name}
        <span aria-hidden="true" className="sort-mark" data-direction={direction} />
      </button>
    </th>
  );
}

function shown(name: string, record: CrmRecord, known: Definitions): string {
  const value = record.properties[name];
  if (value && typeOf(name, known) === 'datetime') return formatDay(value);
  return formatProperty(name, record.properties, known);
}

function Row({ record, kind, known }: { record: CrmRecord; kind: RecordKind; known: Definitions }) {
  const [first = kind.nameProperty, ...rest] = kind.columns;
  return (
    <tr>
      <th scope="row">
        <Link href={hrefOfRecord(kind, record.id)}>
          {shown(first, record, known) || `(${kind.singular} ${record.id})`}
        </Link>
      </th>
      {rest.map((name) => (
        <td key={name} data-type={typeOf(name, known)}>
          {shown(name, record, known) || <span className="empty-value">--</span>}
        </td>
      ))}
    </tr>
  );
}

export function RecordTable({ kind, address, page, known }: Props) {
  if (page.results.length === 0) {
    const searched = address.query ? ` for “${address.query}”` : '';
    return (
      <p className="empty">
        No {kind.plural.toLowerCase()} found{searched}.
      </p>
    );
  }
  return (
    <div className="table-frame">
      <table className="record-table">
        <caption className="visually-hidden">{kind.plural}</caption>
        <thead>
          <tr>
            {kind.columns.map((name) => (
              <HeadCell key={name} name={name} kind={kind} address={address} known={known} />
            ))}
          </tr>
        </thead>
        <tbody>
          {page.results.map((record) => (
            <Row key={record.id} record={record} kind={kind} known={known} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
