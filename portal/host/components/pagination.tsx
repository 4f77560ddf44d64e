import type { ReactNode } from 'react';
import type { TablePaginatedProps } from '@hubspot/ui-extensions';
import { useField } from './use-field.ts';

/** The pages around the current one, at most `most` of them. */
export function visiblePages(page: number, count: number, most: number): number[] {
  const length = Math.max(0, Math.min(count, most));
  const first = Math.max(1, Math.min(page - Math.floor(length / 2), count - length + 1));
  return Array.from({ length }, (_, at) => first + at);
}

interface StepProps {
  label: string;
  mark: string;
  shown: boolean;
  disabled: boolean;
  go: () => void;
}

const Step = ({ label, mark, shown, disabled, go }: StepProps): ReactNode => (
  <button type="button" className="ui-page" disabled={disabled} aria-label={`${label} page`} onClick={go}>
    {shown ? label : mark}
  </button>
);

export function Pagination(props: TablePaginatedProps) {
  const {
    pageCount,
    showButtonLabels = true,
    showFirstLastButtons = false,
    maxVisiblePageButtons = 5,
  } = props;
  const field = useField(props.page, undefined, 1);
  const page = Math.max(1, Math.min(field.value, pageCount));
  const go = (to: number) => {
    field.set(to);
    field.sent(props.onPageChange?.(to));
  };
  const step = (label: string, mark: string, to: number, disabled: boolean) => (
    <Step label={label} mark={mark} shown={showButtonLabels} disabled={disabled} go={() => go(to)} />
  );
  const [atFirst, atLast] = [page <= 1, page >= pageCount];
  return (
    <nav className="ui-pagination" aria-label="Pages of the table">
      {showFirstLastButtons ? step('First', '«', 1, atFirst) : null}
      {step('Prev', '‹', page - 1, atFirst)}
      {visiblePages(page, pageCount, maxVisiblePageButtons).map((one) => (
        <button
          key={one}
          type="button"
          className="ui-page"
          aria-label={`Page ${one} of ${pageCount}`}
          aria-current={one === page ? 'page' : undefined}
          onClick={() => go(one)}
        >
          {one}
        </button>
      ))}
      {step('Next', '›', page + 1, atLast)}
      {showFirstLastButtons ? step('Last', '»', pageCount, atLast) : null}
    </nav>
  );
}
