import { clearLog, useLog } from './log.ts';

/** What the app's extensions printed: here, and not in the browser's console alone. */
export function LogPane() {
  const lines = useLog();
  const errors = lines.filter(({ level }) => level === 'error').length;
  if (lines.length === 0) return null;
  return (
    <details className="log-pane">
      <summary>
        App log <span className="count">{lines.length}</span>
        {errors > 0 ? (
          <span className="count count-bad">{errors === 1 ? '1 error' : `${errors} errors`}</span>
        ) : null}
      </summary>
      <ol aria-label="App log lines">
        {lines.map(({ id, level, source, text }) => (
          <li key={id} data-level={level}>
            <span className="log-source">{source}</span> <code>{text}</code>
          </li>
        ))}
      </ol>
      <button type="button" className="button" onClick={clearLog}>
        Clear
      </button>
    </details>
  );
}
