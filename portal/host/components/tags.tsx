import type { StatusTagProps, TagProps } from '@hubspot/ui-extensions';
import { Icon } from './icon.tsx';
import { useOverlay } from './use-overlay.tsx';

export function Tag({ variant = 'default', inline = false, onClick, overlay, children, testId }: TagProps) {
  const { press, opensDialog, wrap } = useOverlay(onClick, overlay, testId);
  const look = {
    className: 'ui-tag',
    'data-variant': variant,
    'data-inline': inline,
    'data-test-id': testId,
  };
  if (!onClick && !opensDialog) {
    // A tooltip alone still needs a place for the focus.
    return wrap(
      <span {...look} tabIndex={overlay ? 0 : undefined}>
        {children}
      </span>,
    );
  }
  return wrap(
    <button
      {...look}
      type="button"
      aria-haspopup={opensDialog ? 'dialog' : undefined}
      onClick={(event) => void press(event)}
    >
      {children}
    </button>,
  );
}

export function StatusTag(props: StatusTagProps) {
  const {
    variant = 'default',
    hollow = false,
    onClick,
    showRemoveIcon = false,
    onRemoveClick,
    children,
  } = props;
  return (
    <span className="ui-status-tag" data-test-id={props.testId}>
      <span className="ui-dot" data-variant={variant} data-hollow={hollow} aria-hidden="true" />
      {onClick ? (
        <button type="button" className="ui-plain-button" onClick={() => onClick()}>
          {children}
        </button>
      ) : (
        <span>{children}</span>
      )}
      {showRemoveIcon ? (
        <button
          type="button"
          className="ui-icon-button"
          aria-label="Remove"
          onClick={() => onRemoveClick?.()}
        >
          <Icon name="remove" size="sm" />
        </button>
      ) : null}
    </span>
  );
}
