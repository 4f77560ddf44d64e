import type { EmptyStateProps, ErrorStateProps, IllustrationProps } from '@hubspot/ui-extensions';
import { Picture } from './picture.tsx';

export function EmptyState(props: EmptyStateProps) {
  const { title, layout = 'horizontal', reverseOrder = false, flush = false, children, testId } = props;
  const picture = <Picture name={props.imageName ?? 'emptyStateCharts'} width={props.imageWidth ?? 250} />;
  return (
    <div className="ui-state" data-layout={layout} data-flush={flush} data-test-id={testId}>
      {reverseOrder ? null : <div className="ui-state-picture">{picture}</div>}
      <div className="ui-state-text">
        {title ? <h3>{title}</h3> : null}
        <div>{children}</div>
      </div>
      {reverseOrder ? <div className="ui-state-picture">{picture}</div> : null}
    </div>
  );
}

const errorPictures = { error: 'error', support: 'help', lock: 'lock' };

export const ErrorState = ({ title, type = 'error', children, testId }: ErrorStateProps) => (
  <div className="ui-state" data-layout="vertical" data-test-id={testId} role="alert">
    <div className="ui-state-picture">
      <Picture name={errorPictures[type]} width={140} />
    </div>
    <div className="ui-state-text">
      {title ? <h3>{title}</h3> : null}
      <div>{children}</div>
    </div>
  </div>
);

export const Illustration = ({ name, alt, width, height, testId }: IllustrationProps) => (
  <span className="ui-illustration" data-test-id={testId}>
    <Picture name={name} alt={alt} width={width} height={height} />
  </span>
);
