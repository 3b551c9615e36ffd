import { isOfDaemon } from './browser/base';

/** Lets the page work without a network after its first visit, where the browser allows it. */
export async function workOffline(): Promise<void> {
  if (!('serviceWorker' in navigator) || !location.protocol.startsWith('http')) return;
  if (isOfDaemon()) return;
  try {
    await navigator.serviceWorker.register('./service.js');
  } catch {
    // It works as well with a network.
  }
}
