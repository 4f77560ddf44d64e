import type { IconProps } from '@hubspot/ui-extensions';
import { glyphOf } from './glyphs.ts';
import { stepOf } from './size.ts';

export function Icon({ name, size, color = 'inherit', screenReaderText, testId }: IconProps) {
  const sizes = { xs: 12, sm: 14, md: 18, lg: 24, xl: 32 };
  const edge = size === undefined ? '1.15em' : sizes[stepOf(size, 'md')];
  return (
    <span className="ui-icon" data-color={color} data-icon={name} data-test-id={testId}>
      <svg viewBox="0 0 24 24" width={edge} height={edge} aria-hidden="true" focusable="false">
        <path d={glyphOf(name)} />
      </svg>
      {screenReaderText ? <span className="ui-visually-hidden">{screenReaderText}</span> : null}
    </span>
  );
}
