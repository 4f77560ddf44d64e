import { useEffect, useRef } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import type {
  BaseButtonProps,
  ButtonProps,
  ButtonRowProps,
  LoadingButtonProps,
} from '@hubspot/ui-extensions';
import { targetOf } from './href.ts';
import { Icon } from './icon.tsx';
import { stepOf } from './size.ts';
import { useOverlay } from './use-overlay.tsx';

interface PressableProps extends Omit<BaseButtonProps, 'onClick' | 'children'> {
  busy?: boolean;
  opensDialog?: boolean;
  onPress: (event: MouseEvent<HTMLElement>) => void;
  children: ReactNode;
}

function lookOf({ variant = 'secondary', size, truncate = false, testId }: PressableProps) {
  return {
    className: 'ui-button',
    'data-variant': variant,
    'data-size': stepOf(size, 'md'),
    'data-truncate': truncate,
    'data-test-id': testId,
  };
}

/** The one shape of every button: a link where it has an address, a button otherwise. */
function Pressable(props: PressableProps) {
  const { href, disabled = false, busy = false, type = 'button', opensDialog, onPress, children } = props;
  const target = targetOf(href, window.location.origin);
  const label = <span className="ui-button-label">{children}</span>;
  if (target && !disabled) {
    const away = target.external ? { target: '_blank', rel: 'noreferrer' } : {};
    return (
      <a {...lookOf(props)} {...away} href={target.href} onClick={onPress}>
        {label}
        {target.external ? <Icon name="publish" size="sm" screenReaderText="opens in a new tab" /> : null}
      </a>
    );
  }
  // A busy button keeps the focus, so it is not `disabled`; it only does nothing.
  const press = (event: MouseEvent<HTMLElement>) => {
    if (busy) event.preventDefault();
    else onPress(event);
  };
  return (
    <button
      {...lookOf(props)}
      type={type}
      disabled={disabled}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      aria-haspopup={opensDialog ? 'dialog' : undefined}
      onClick={press}
    >
      {label}
    </button>
  );
}

export function Button({ onClick, overlay, children, ...rest }: ButtonProps) {
  const { press, opensDialog, wrap } = useOverlay(onClick, overlay, rest.testId);
  return wrap(
    <Pressable {...rest} opensDialog={opensDialog} onPress={(event) => void press(event)}>
      {children}
    </Pressable>,
  );
}

export function LoadingButton(props: LoadingButtonProps) {
  const { onClick, overlay, overlayOptions, loading = false, resultIconName, children, ...rest } = props;
  const { press, open, opensDialog, wrap } = useOverlay(onClick, overlay, rest.testId);
  const opensLate = overlayOptions?.openBehavior === 'onLoadingFinish';
  const was = useRef({ loading, finished: false });
  if (was.current.loading !== loading) was.current = { loading, finished: was.current.loading };
  const finished = was.current.finished && !loading;
  const opensNow = useRef(open);
  opensNow.current = open;
  useEffect(() => {
    if (opensLate && finished) opensNow.current();
  }, [opensLate, finished]);
  return wrap(
    <>
      <Pressable
        {...rest}
        busy={loading}
        opensDialog={opensDialog}
        onPress={(event) => void press(event, !opensLate)}
      >
        {loading ? <span className="ui-spinner" data-size="xs" aria-hidden="true" /> : null}
        {finished ? <Icon name={resultIconName ?? 'success'} size="sm" /> : null}
        {children}
      </Pressable>
      <span className="ui-visually-hidden" role="status">
        {loading ? 'Loading' : ''}
      </span>
    </>,
  );
}

/** Wraps onto a second line where HubSpot would fold buttons into a menu: none is hidden here. */
export const ButtonRow = ({ children, testId }: ButtonRowProps) => (
  <div className="ui-button-row" data-test-id={testId}>
    {children}
  </div>
);
