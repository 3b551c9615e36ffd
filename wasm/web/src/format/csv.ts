/** A cell that programs do not take for a formula, quoted where it has to be. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** A table as CSV, its headings first. */
export const csvOf = (rows: string[][]): string =>
  rows.map(row => `${row.map(cell).join(',')}\r\n`).join('');
