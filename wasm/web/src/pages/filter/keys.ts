import type { Settings } from '../../browser/settings.svelte';
import type { Workbench } from './state/workbench.svelte';
import { views } from './state/views';

const takesText = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.shadowRoot !== null || target.isContentEditable ||
   target.matches('input, textarea, select'));

/** What single keys do outside of the editor and of fields. */
export function pressed(event: KeyboardEvent, workbench: Workbench, settings: Settings): void {
  if (event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return;
  if (workbench.focus.panel) return;
  const view = views[Number(event.key) - 1];
  const does: Record<string, () => void> = {
    '?': () => (workbench.focus.panel = 'help'),
    'o': () => (workbench.focus.panel = 'data'),
    's': () => (workbench.focus.panel = 'share'),
    'e': () => workbench.editor.view?.focus(),
    'p': () => void workbench.judging.pin(),
    't': () => settings.nextTheme(),
    '/': () => void workbench.focus.search(),
    'Escape': () => workbench.focus.close(),
  };
  const action = view ? () => (workbench.focus.view = view.view) : does[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}
