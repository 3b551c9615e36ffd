// Keeps the page's own files, so that it works without a network. The build fills in the names.
const version = '__VERSION__';
const files = '__FILES__'.split(' ');

self.addEventListener('install', event => {
  event.waitUntil(caches.open(version).then(cache => cache.addAll(files))
    .then(() => self.skipWaiting()));
});

self.addEventListener('activate', event => {
  const old = async () => {
    for (const name of await caches.keys())
      if (name !== version && name.startsWith('sievarr-')) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(old());
});

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  const here = new URL('./', self.location.href);
  if (event.request.method !== 'GET' || !url.href.startsWith(here.href)) return;
  const name = url.pathname.slice(here.pathname.length);
  if (name !== '' && !files.includes(`./${name}`)) return;
  const kept = async () => {
    const cache = await caches.open(version);
    return await cache.match(name === '' ? './' : `./${name}`) ?? fetch(event.request);
  };
  event.respondWith(kept());
});
