export function Loading({ label }: { label: string }) {
  return (
    <div className="loading" role="status">
      <span className="loading-mark" aria-hidden="true" />
      <span>{label}…</span>
    </div>
  );
}
