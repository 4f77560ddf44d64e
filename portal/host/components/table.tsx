import { useContext, createContext } from 'react';
import type { CSSProperties } from 'react';
import type {
  AlignmentProps,
  SortedTableHeaderProps,
  TableCellProps,
  TableElementProps,
  TableHeaderProps,
  TableProps,
  WidthProps,
} from '@hubspot/ui-extensions';
import { Pagination } from './pagination.tsx';

/** In a foot the cells are cells; in a head a plain `TableCell` is still no header. */
const InHead = createContext(false);

export function Table(props: TableProps) {
  const { bordered = true, flush = false, density = 'default', children, testId } = props;
  return (
    <div className="ui-table-block" data-flush={flush} data-test-id={testId}>
      <div className="ui-table-frame" data-bordered={bordered}>
        <table className="ui-table" data-density={density}>
          {children}
        </table>
      </div>
      {props.paginated ? <Pagination {...props} /> : null}
    </div>
  );
}

export const TableHead = ({ children, testId }: TableElementProps) => (
  <InHead.Provider value={true}>
    <thead data-test-id={testId}>{children}</thead>
  </InHead.Provider>
);

export const TableBody = ({ children, testId }: TableElementProps) => (
  <tbody data-test-id={testId}>{children}</tbody>
);

export const TableFooter = ({ children, testId }: TableElementProps) => (
  <tfoot data-test-id={testId}>{children}</tfoot>
);

export const TableRow = ({ children, testId }: TableElementProps) => (
  <tr data-test-id={testId}>{children}</tr>
);

function widthOf({ align = 'left', width = 'auto' }: AlignmentProps & WidthProps): CSSProperties {
  if (typeof width === 'number') return { textAlign: align, width, minWidth: width };
  const styles = { min: { width: '1%', whiteSpace: 'nowrap' as const }, max: { width: '100%' }, auto: {} };
  return { textAlign: align, ...styles[width] };
}

export const TableCell = ({ align, width, colSpan, children, testId }: TableCellProps) => (
  <td
    colSpan={colSpan}
    data-test-id={testId}
    style={widthOf({ ...(align ? { align } : {}), ...(width ? { width } : {}) })}
  >
    {children}
  </td>
);

function SortButton({ sortDirection, onSortChange, disabled, children }: SortedTableHeaderProps) {
  const next = sortDirection === 'ascending' ? 'descending' : 'ascending';
  return (
    <button type="button" className="ui-sort" disabled={disabled} onClick={() => onSortChange?.(next)}>
      {children}
      <span className="ui-sort-mark" data-direction={sortDirection} aria-hidden="true" />
    </button>
  );
}

/** `ascending`, `descending` and `none` make a sortable column; `never` or nothing does not. */
export function TableHeader(props: TableHeaderProps) {
  const inHead = useContext(InHead);
  const { sortDirection, children, testId } = props;
  const isSortable =
    sortDirection === 'ascending' || sortDirection === 'descending' || sortDirection === 'none';
  return (
    <th
      scope={inHead ? 'col' : 'row'}
      aria-sort={isSortable ? sortDirection : undefined}
      data-test-id={testId}
      style={widthOf(props)}
    >
      {isSortable ? <SortButton {...props} /> : children}
    </th>
  );
}
