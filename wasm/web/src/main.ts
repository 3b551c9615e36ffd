/** Begins to load the engine and the shows before the code of the page. */
import { beginWith } from './pages/filter/state/beginning';
import { filesSource } from './api/source';
import { isOfDaemon } from './browser/base';

const patience = 400;

/**
 * A worker only starts while this thread has time for it, and the page takes a tenth of a second of
 * it: the page waits until the worker has something to do.
 */
async function open() {
  if (!isOfDaemon()) {
    // Its code comes meanwhile.
    void import('./pages/filter/FilterPage.svelte');
    const late = new Promise(done => setTimeout(done, patience));
    // The page waits for it as well and shows a failure.
    await Promise.race([beginWith(filesSource).catch(() => {}), late]);
  }
  await import('./page');
}

void open();
