interface Props {
  title: string;
  message: string;
  onRetry?: () => void;
}

export function Failure({ title, message, onRetry }: Props) {
  return (
    <div className="failure" role="alert">
      <p className="failure-title">{title}</p>
      <pre className="failure-message">{message}</pre>
      {onRetry ? (
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      ) : null}
    </div>
  );
}
