/** A place in the page: a path such as /review, and what is chosen there. */
export interface Address {
  path: string;
  query: URLSearchParams;
}

/** A path and a query as one text: /review?sort=rating */
export function textOf({ path, query }: Address): string {
  const said = query.toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
  return said === '' ? path : `${path}?${said}`;
}

/** The other way; what does not begin with / is no address. */
export function addressOf(text: string): Address | null {
  if (!text.startsWith('/')) return null;
  const [path = '/', ...rest] = text.split('?');
  const short = path.replace(/\/+$/, '');
  return { path: short === '' ? '/' : short, query: new URLSearchParams(rest.join('?')) };
}
