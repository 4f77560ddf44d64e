import { useEffect, useId, useState } from 'react';
import type { AccordionProps } from '@hubspot/ui-extensions';
import { Icon } from './icon.tsx';
import { stepOf } from './size.ts';

export function Accordion(props: AccordionProps) {
  const { title, children, defaultOpen = false, open, disabled = false, size, onClick, testId } = props;
  const id = useId();
  const [isOpen, setOpen] = useState(open ?? defaultOpen);
  useEffect(() => {
    if (open !== undefined) setOpen(open);
  }, [open]);
  const toggle = () => {
    // With `open` given, the extension decides; without it, the click does.
    if (open === undefined) setOpen(!isOpen);
    onClick?.();
  };
  return (
    <div className="ui-accordion" data-size={stepOf(size, 'sm')} data-test-id={testId}>
      <button
        type="button"
        id={`${id}-title`}
        aria-expanded={isOpen}
        aria-controls={id}
        disabled={disabled}
        onClick={toggle}
      >
        <Icon name={isOpen ? 'downCarat' : 'right'} size="sm" />
        <span>{title}</span>
      </button>
      <div id={id} role="region" aria-labelledby={`${id}-title`} hidden={!isOpen}>
        {children}
      </div>
    </div>
  );
}
