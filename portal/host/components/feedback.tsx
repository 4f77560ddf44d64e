import { useId } from 'react';
import type {
  AlertProps,
  LoadingSpinnerProps,
  ProgressBarProps,
  ScoreProps,
  StepIndicatorProps,
} from '@hubspot/ui-extensions';
import { distancePx, stepOf } from './size.ts';

/** An error interrupts a screen reader; the rest waits for a pause. */
export function Alert({ title, children, variant = 'info', testId }: AlertProps) {
  const look = variant === 'error' ? 'danger' : variant;
  return (
    <div
      className="ui-alert"
      data-variant={look}
      data-test-id={testId}
      role={look === 'danger' ? 'alert' : 'status'}
    >
      <div className="ui-alert-title">{title}</div>
      {children ? <div>{children}</div> : null}
    </div>
  );
}

export function LoadingSpinner({
  label,
  showLabel = false,
  size,
  layout = 'inline',
  testId,
}: LoadingSpinnerProps) {
  return (
    <div className="ui-loading" data-layout={layout} data-test-id={testId} role="status">
      <span className="ui-spinner" data-size={stepOf(size, 'sm')} aria-hidden="true" />
      <span className={showLabel ? undefined : 'ui-visually-hidden'}>{label}</span>
    </div>
  );
}

export function ProgressBar(props: ProgressBarProps) {
  const { title, value = 0, variant = 'success', showPercentage = false, valueDescription, testId } = props;
  const id = useId();
  const most = props.maxValue ?? props.valueMax ?? 100;
  const share = most > 0 ? Math.min(1, Math.max(0, value / most)) : 0;
  const percent = `${Math.round(share * 100)}%`;
  return (
    <div className="ui-progress" data-variant={variant} data-test-id={testId}>
      <div className="ui-progress-texts">
        <span id={id}>{title}</span>
        {showPercentage ? <span>{percent}</span> : null}
      </div>
      <div
        className="ui-progress-track"
        role="progressbar"
        aria-label={props['aria-label'] ?? (title ? undefined : 'Progress')}
        aria-labelledby={title && !props['aria-label'] ? id : undefined}
        aria-valuemin={0}
        aria-valuemax={most}
        aria-valuenow={Math.min(most, Math.max(0, value))}
        aria-valuetext={valueDescription}
      >
        <div style={{ width: `${share * 100}%` }} />
      </div>
      {valueDescription ? <div className="ui-field-about">{valueDescription}</div> : null}
    </div>
  );
}

const turn = 2 * Math.PI * 20;

/** Bands of the SDK: 0 to 32 alert, 33 to 65 warning, 66 to 100 success. */
export function ScoreCircle({ score, testId }: ScoreProps) {
  const shown = Math.min(100, Math.max(0, Math.round(score)));
  const band = shown <= 32 ? 'alert' : shown <= 65 ? 'warning' : 'success';
  return (
    <div
      className="ui-score"
      data-band={band}
      data-test-id={testId}
      role="img"
      aria-label={`Score ${shown} of 100`}
    >
      <svg viewBox="0 0 48 48" width="56" height="56" aria-hidden="true">
        <circle cx="24" cy="24" r="20" />
        <circle
          className="ui-score-part"
          cx="24"
          cy="24"
          r="20"
          strokeDasharray={`${(shown / 100) * turn} ${turn}`}
        />
        <text x="24" y="29" textAnchor="middle">
          {shown}
        </text>
      </svg>
    </div>
  );
}

interface StepProps {
  name: string;
  state: 'done' | 'current' | 'ahead';
  isNamed: boolean;
  edgePx: number;
}

const Step = ({ name, state, isNamed, edgePx }: StepProps) => (
  <>
    <span className="ui-step-circle" style={{ width: edgePx, height: edgePx }} aria-hidden="true" />
    <span className={isNamed ? 'ui-step-name' : 'ui-visually-hidden'}>{name}</span>
    {state === 'done' ? <span className="ui-visually-hidden">, done</span> : null}
  </>
);

const edgeOf = (size: StepIndicatorProps['circleSize']) => 12 + distancePx(stepOf(size, 'sm')) / 2;

export function StepIndicator(props: StepIndicatorProps) {
  const { stepNames, currentStep = 0, variant = 'default', onClick } = props;
  const edgePx = edgeOf(props.circleSize);
  return (
    <ol
      className="ui-steps"
      data-direction={props.direction ?? 'horizontal'}
      data-variant={variant}
      data-test-id={props.testId}
    >
      {stepNames.map((name, at) => {
        const state = at < currentStep ? 'done' : at === currentStep ? 'current' : 'ahead';
        const step = (
          <Step
            name={name}
            state={state}
            isNamed={variant === 'default' || state === 'current'}
            edgePx={edgePx}
          />
        );
        return (
          <li
            key={`${at} ${name}`}
            data-state={state}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            {onClick ? (
              <button type="button" onClick={() => onClick(at)}>
                {step}
              </button>
            ) : (
              <span className="ui-step">{step}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
