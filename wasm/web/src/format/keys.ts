/** Whether keys that are pressed there are text. */
export const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.shadowRoot !== null || target.isContentEditable ||
   target.matches('input:not([type="checkbox"]):not([type="radio"]), textarea, select'));
