import { Children } from 'react';
import type { CSSProperties, MouseEvent } from 'react';
import type {
  DescriptionListItemProps,
  DescriptionListProps,
  HeadingProps,
  ListProps,
  TextProps,
} from '@hubspot/ui-extensions';

// The full text shows on hover only where it was really cut.
function revealCutText(event: MouseEvent<HTMLElement>, tooltip: string | undefined): void {
  const element = event.currentTarget;
  const isCut = element.scrollWidth > element.clientWidth;
  if (tooltip ?? isCut) element.title = tooltip ?? element.textContent ?? '';
  else element.removeAttribute('title');
}

function formatOf({ format, truncate }: TextProps): CSSProperties {
  const { fontWeight, italic, lineDecoration, textTransform } = format ?? {};
  const weights = { regular: 400, demibold: 600, bold: 700 };
  const lines = { none: 'none', underline: 'underline', strikethrough: 'line-through' };
  return {
    ...(fontWeight ? { fontWeight: weights[fontWeight] } : {}),
    ...(italic ? { fontStyle: 'italic' } : {}),
    ...(lineDecoration ? { textDecorationLine: lines[lineDecoration] } : {}),
    ...(textTransform && textTransform !== 'sentenceCase' ? { textTransform } : {}),
    ...(typeof truncate === 'object' && truncate.maxWidth ? { maxWidth: truncate.maxWidth } : {}),
  };
}

export function Text(props: TextProps) {
  const { variant = 'bodytext', inline = false, truncate = false, format, children } = props;
  const Element = inline ? 'span' : 'div';
  const tooltip = typeof truncate === 'object' ? truncate.tooltipText : undefined;
  return (
    <Element
      className="ui-text"
      data-test-id={props.testId}
      data-variant={variant}
      data-inline={inline}
      data-truncate={truncate !== false}
      data-sentence-case={format?.textTransform === 'sentenceCase'}
      style={formatOf(props)}
      onMouseEnter={truncate === false ? undefined : (event) => revealCutText(event, tooltip)}
    >
      {children}
    </Element>
  );
}

export const Heading = ({ inline = false, children, testId }: HeadingProps) => (
  <h3 className="ui-heading" data-inline={inline} data-test-id={testId}>
    {children}
  </h3>
);

export function List({ variant = 'unordered', children, testId }: ListProps) {
  const Element = variant.startsWith('ordered') ? 'ol' : 'ul';
  return (
    <Element className="ui-list" data-variant={variant} data-test-id={testId}>
      {Children.map(children, (child) => (
        <li>{child}</li>
      ))}
    </Element>
  );
}

export const DescriptionList = ({ direction = 'column', children, testId }: DescriptionListProps) => (
  <dl className="ui-description-list" data-direction={direction} data-test-id={testId}>
    {children}
  </dl>
);

export const DescriptionListItem = ({ label, children, testId }: DescriptionListItemProps) => (
  <div className="ui-description" data-test-id={testId}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);
