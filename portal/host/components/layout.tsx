import type {
  AutoGridProps,
  BoxProps,
  CardProps,
  DividerProps,
  FlexAlign,
  FlexJustify,
  FlexProps,
  InlineProps,
  SpacerProps,
  StackProps,
  TileProps,
} from '@hubspot/ui-extensions';
import { distancePx, stepOf } from './size.ts';

const justifies: Record<FlexJustify, string> = {
  start: 'flex-start',
  center: 'center',
  end: 'flex-end',
  around: 'space-around',
  between: 'space-between',
};

const aligns: Record<FlexAlign, string> = {
  start: 'flex-start',
  center: 'center',
  end: 'flex-end',
  baseline: 'baseline',
  stretch: 'stretch',
};

export function Flex(props: FlexProps) {
  const { direction = 'row', justify = 'start', align = 'stretch', alignSelf, wrap, gap, children } = props;
  return (
    <div
      className="ui-flex"
      data-test-id={props.testId}
      style={{
        flexDirection: direction,
        justifyContent: justifies[justify],
        alignItems: aligns[align],
        alignSelf: alignSelf && aligns[alignSelf],
        flexWrap: wrap === true || wrap === 'wrap' ? 'wrap' : 'nowrap',
        gap: distancePx(gap),
      }}
    >
      {children}
    </div>
  );
}

const flexes: Record<string, string> = { initial: '0 1 auto', auto: '1 1 auto', none: '0 0 auto' };

export function Box({ flex, alignSelf, children, testId }: BoxProps) {
  const grows = typeof flex === 'number' ? `${flex} ${flex} 0%` : flexes[flex ?? 'initial'];
  return (
    <div
      className="ui-box"
      data-test-id={testId}
      style={{
        flex: grows,
        alignSelf: alignSelf === 'auto' || !alignSelf ? undefined : aligns[alignSelf],
      }}
    >
      {children}
    </div>
  );
}

export function Inline({ justify = 'start', align = 'center', gap, children, testId }: InlineProps) {
  return (
    <div
      className="ui-flex"
      data-test-id={testId}
      style={{
        flexWrap: 'wrap',
        justifyContent: justifies[justify],
        alignItems: aligns[align],
        gap: distancePx(gap),
      }}
    >
      {children}
    </div>
  );
}

export function Stack({
  distance,
  direction = 'column',
  justify,
  align,
  width,
  children,
  testId,
}: StackProps) {
  return (
    <div
      className="ui-flex"
      data-test-id={testId}
      style={{
        flexDirection: direction,
        gap: distancePx(distance, 'small'),
        justifyContent: justify && justifies[justify],
        alignItems: align && aligns[align],
        width,
      }}
    >
      {children}
    </div>
  );
}

export function AutoGrid({ columnWidth, gap, flexible = false, children, testId }: AutoGridProps) {
  // `min(…, 100%)`: in a narrow sidebar one column must not be wider than the card.
  const width = `min(${columnWidth}px, 100%)`;
  const columns = flexible ? `repeat(auto-fit, minmax(${width}, 1fr))` : `repeat(auto-fill, ${width})`;
  return (
    <div
      className="ui-grid"
      data-test-id={testId}
      style={{ gridTemplateColumns: columns, gap: distancePx(gap) }}
    >
      {children}
    </div>
  );
}

export const Tile = ({ compact = false, flush = false, children, testId }: TileProps) => (
  <div className="ui-tile" data-compact={compact} data-flush={flush} data-test-id={testId}>
    {children}
  </div>
);

export const Card = ({ children, testId }: CardProps) => (
  <div className="ui-tile" data-test-id={testId}>
    {children}
  </div>
);

export const Divider = ({ size, distance, testId }: DividerProps) => (
  <hr
    className="ui-divider"
    data-test-id={testId}
    style={{ marginBlock: distancePx(size ?? distance, 'small') }}
  />
);

export const Spacer = ({ size, testId }: SpacerProps) => (
  <div data-test-id={testId} style={{ height: distancePx(stepOf(size, 'sm')) }} />
);
