import { highlightSpecialChars } from '@codemirror/view';

/** Letters that turn the direction of writing: with them a text can be read as another one. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

function marked(code: number): HTMLElement {
  const mark = document.createElement('span');
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  mark.className = 'cm-deceiving';
  mark.textContent = name;
  mark.title = `${name} turns the direction of writing, or cannot be seen`;
  return mark;
}

/** Shows letters that nobody sees as what they are, so that they turn nothing. */
export const deceivingLetters = highlightSpecialChars({
  addSpecialChars: turning,
  render: code => marked(code),
});
