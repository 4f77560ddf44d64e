import type { MouseEvent } from 'react';
import type { ImageProps, LinkProps } from '@hubspot/ui-extensions';
import { targetOf } from './href.ts';
import { Icon } from './icon.tsx';
import { useOverlay } from './use-overlay.tsx';

const away = { target: '_blank', rel: 'noreferrer' };

export function Link(props: LinkProps) {
  const { href, variant = 'primary', onClick, overlay, preventDefault = false, children, testId } = props;
  const { press, opensDialog, wrap } = useOverlay(onClick, overlay, testId);
  const target = targetOf(href, window.location.origin);
  const look = { className: 'ui-link', 'data-variant': variant, 'data-test-id': testId };
  const follow = (event: MouseEvent) => {
    if (preventDefault) event.preventDefault();
    void press(event);
  };
  if (!target) {
    return wrap(
      <button {...look} type="button" aria-haspopup={opensDialog ? 'dialog' : undefined} onClick={follow}>
        {children}
      </button>,
    );
  }
  return wrap(
    <a {...look} {...(target.external ? away : {})} href={target.href} onClick={follow}>
      {children}
      {target.external ? <Icon name="publish" size="sm" screenReaderText="opens in a new tab" /> : null}
    </a>,
  );
}

export function Image(props: ImageProps) {
  const { src, alt = '', href, onClick, overlay, width, height, testId } = props;
  const { press, opensDialog, wrap } = useOverlay(onClick, overlay, testId);
  const target = targetOf(href, window.location.origin);
  const picture = (
    <img className="ui-image" src={src} alt={alt} width={width} height={height} data-test-id={testId} />
  );
  const follow = (event: MouseEvent) => void press(event);
  if (target) {
    return wrap(
      <a {...(target.external ? away : {})} href={target.href} onClick={follow}>
        {picture}
      </a>,
    );
  }
  const isPressable = onClick !== undefined || opensDialog;
  return wrap(
    isPressable ? (
      <button
        type="button"
        className="ui-plain-button"
        aria-haspopup={opensDialog ? 'dialog' : undefined}
        onClick={follow}
      >
        {picture}
      </button>
    ) : (
      picture
    ),
  );
}
