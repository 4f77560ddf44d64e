import { useContext, useEffect, useId, useRef } from 'react';
import type { KeyboardEvent, ReactNode, SyntheticEvent } from 'react';
import { createPortal } from 'react-dom';
import type {
  ModalBodyProps,
  ModalFooterProps,
  ModalProps,
  PanelBodyProps,
  PanelFooterProps,
  PanelProps,
  PanelSectionProps,
} from '@hubspot/ui-extensions';
import { HostContext } from './host-context.tsx';
import { Icon } from './icon.tsx';
import { stepOf } from './size.ts';
import { keepTabInside, useFocusInside } from './use-focus-trap.ts';
import { SlotContext } from './use-overlay.tsx';

interface Overlay {
  isOpen: boolean;
  close: () => void;
}

function useOverlayState({ id, onOpen, onClose }: ModalProps | PanelProps): Overlay {
  const { watchOverlays } = useContext(HostContext);
  const slot = useContext(SlotContext);
  const { isOpen = false, setOpen, setDialog } = slot ?? {};
  useEffect(() => {
    setDialog?.(true);
    return watchOverlays((act, asked) => {
      if (asked === id) setOpen?.(act === 'open');
    });
  }, [watchOverlays, id, setOpen, setDialog]);
  const told = useRef({ onOpen, onClose });
  told.current = { onOpen, onClose };
  useEffect(() => {
    if (!isOpen) return;
    told.current.onOpen?.();
    return () => told.current.onClose?.();
  }, [isOpen]);
  return { isOpen, close: () => setOpen?.(false) };
}

interface DialogProps {
  kind: 'modal' | 'panel';
  isModal: boolean;
  overlay: ModalProps | PanelProps;
  close: () => void;
  children: ReactNode;
}

// React passes events of a portal on to the opener's parents: a form there must not hear a submit from in here.
const stop = (event: SyntheticEvent) => event.stopPropagation();

function Dialog({ kind, isModal, overlay, close, children }: DialogProps) {
  const dialog = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useFocusInside(dialog);
  const { title, width, variant, testId } = overlay;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    event.stopPropagation();
    if (event.key === 'Escape') close();
    else if (isModal) keepTabInside(event);
  };
  return (
    <div onClick={stop} onSubmit={stop} onChange={stop}>
      {isModal ? <div className="ui-backdrop" onClick={close} /> : null}
      <div
        ref={dialog}
        className={`ui-dialog ui-${kind}`}
        role="dialog"
        aria-modal={isModal || undefined}
        aria-label={overlay['aria-label'] ?? (title ? undefined : kind)}
        aria-labelledby={title && !overlay['aria-label'] ? titleId : undefined}
        tabIndex={-1}
        data-width={stepOf(width, 'sm')}
        data-variant={variant ?? 'default'}
        data-test-id={testId}
        onKeyDown={onKeyDown}
      >
        <div className="ui-dialog-head">
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="ui-icon-button" aria-label="Close" onClick={close}>
            <Icon name="remove" size="md" />
          </button>
        </div>
        {children}
      </div>
    </div>
  );
}

export function Modal(props: ModalProps) {
  const { isOpen, close } = useOverlayState(props);
  if (!isOpen) return null;
  const dialog = (
    <Dialog kind="modal" isModal overlay={props} close={close}>
      {props.children}
    </Dialog>
  );
  return createPortal(dialog, document.body);
}

/** HubSpot's default panel leaves the page beside it usable; its `modal` variant does not. */
export function Panel(props: PanelProps) {
  const { isOpen, close } = useOverlayState(props);
  if (!isOpen) return null;
  const dialog = (
    <Dialog kind="panel" isModal={props.variant === 'modal'} overlay={props} close={close}>
      {props.children}
    </Dialog>
  );
  return createPortal(dialog, document.body);
}

export const ModalBody = ({ children, testId }: ModalBodyProps) => (
  <div className="ui-dialog-body" data-test-id={testId}>
    {children}
  </div>
);

export const ModalFooter = ({ children, testId }: ModalFooterProps) => (
  <div className="ui-dialog-foot" data-test-id={testId}>
    {children}
  </div>
);

export const PanelBody = ({ children, testId }: PanelBodyProps) => (
  <div className="ui-dialog-body" data-test-id={testId}>
    {children}
  </div>
);

export const PanelFooter = ({ children, testId }: PanelFooterProps) => (
  <div className="ui-dialog-foot" data-test-id={testId}>
    {children}
  </div>
);

export const PanelSection = ({ flush = false, children, testId }: PanelSectionProps) => (
  <div className="ui-panel-section" data-flush={flush} data-test-id={testId}>
    {children}
  </div>
);
