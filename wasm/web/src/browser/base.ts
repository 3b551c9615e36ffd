/** Whether a daemon serves this page; the head of the page says so. */
export const isOfDaemon = (): boolean =>
  document.querySelector('meta[name="sievarr-source"]')?.getAttribute('content') === 'daemon';

/** Where the page's own files and the API lie, whatever address is open: it ends with a slash. */
export const base = (): string => {
  const icon = document.querySelector('link[rel="icon"]')?.getAttribute('href') ?? '';
  if (!isOfDaemon() || !icon.endsWith('icon.svg')) return './';
  return icon.slice(0, -'icon.svg'.length);
};
