import type { Settings } from '../../browser/settings.svelte';
import type { Studio } from './state/studio.svelte';
import { views } from './state/views';

const takesText = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.shadowRoot !== null || target.isContentEditable ||
   target.matches('input, textarea, select'));

/** What single keys do outside of the editor and of fields. */
export function pressed(event: KeyboardEvent, studio: Studio, settings: Settings): void {
  if (event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return;
  if (studio.looking.panel) return;
  const view = views[Number(event.key) - 1];
  const does: Record<string, () => void> = {
    '?': () => (studio.looking.panel = 'help'),
    'o': () => (studio.looking.panel = 'data'),
    's': () => (studio.looking.panel = 'share'),
    'e': () => studio.pointer.editor?.focus(),
    'p': () => void studio.judging.pin(),
    't': () => settings.nextTheme(),
    '/': () => void studio.looking.search(),
    'Escape': () => (studio.looking.away()),
  };
  const action = view ? () => (studio.looking.view = view.view) : does[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}
