import type { Settings } from '../state/settings.svelte';
import type { Studio } from '../state/studio.svelte';
import { views } from '../state/views';

const takesText = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.shadowRoot !== null || target.isContentEditable ||
   target.matches('input, textarea, select'));

/** What single keys do outside of the editor and of fields. */
export function pressed(event: KeyboardEvent, studio: Studio, settings: Settings): void {
  if (event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return;
  if (studio.panel) return;
  const view = views[Number(event.key) - 1];
  const does: Record<string, () => void> = {
    '?': () => (studio.panel = 'help'),
    'o': () => (studio.panel = 'data'),
    's': () => (studio.panel = 'share'),
    'e': () => studio.pointer.editor?.focus(),
    'p': () => void studio.pinNow(),
    't': () => settings.nextTheme(),
    '/': () => void studio.search(),
    'Escape': () => (studio.why = studio.asked = null),
  };
  const action = view ? () => (studio.view = view.view) : does[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}
