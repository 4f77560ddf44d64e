/** Where the app's own page routes begin. */
export const appRoot = '/app';

/** `/view/:id` with { id, tab } becomes `/app/view/7?tab=…`: named parts go into the path, the rest into the query. */
export function appHref(to: string, params: Record<string, string> = {}): string {
  const rest = new URLSearchParams();
  let path = to.startsWith('/') ? to : `/${to}`;
  for (const [name, value] of Object.entries(params)) {
    const part = new RegExp(`:${name}(?=/|$)`);
    if (part.test(path)) path = path.replace(part, () => encodeURIComponent(value));
    else rest.set(name, value);
  }
  const query = rest.size > 0 ? `${path.includes('?') ? '&' : '?'}${rest.toString()}` : '';
  return `${appRoot}${path === '/' ? '' : path}${query}`;
}
