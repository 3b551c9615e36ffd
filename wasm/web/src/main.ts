/** The engine and the shows are on their way before the page itself is read. */
import { beginWith } from './state/beginning';
import { filesWorld, isOfDaemon } from './world/world';

if (!isOfDaemon()) beginWith(filesWorld).catch(() => {});  // Told by whoever waits for it.
void import('./page');
