/** The line, from 0, where a setting such as sync.hold_above stands; -1 where it is not set. */
export function lineOf(yaml: string, path: string): number {
  const lines = yaml.split('\n');
  let [from, to, found] = [0, lines.length, -1];
  for (const key of path.split('.')) {
    found = -1;
    let depth = Number.POSITIVE_INFINITY;
    for (let at = from; at < to; ++at) {
      const [, blank = '', name] = /^([ -]*)([\w]+):/.exec(lines[at]!) ?? [];
      if (name === undefined || blank.length > depth) continue;
      depth = Math.min(depth, blank.length);
      if (name === key && blank.length === depth) {
        found = at;
        break;
      }
    }
    if (found < 0) return -1;
    const own = /^[ -]*/.exec(lines[found]!)![0].length;
    from = found + 1;
    to = lines.findIndex((line, at) => at > found && line.trim() !== '' &&
      /^[ ]*/.exec(line)![0].length <= own && !(line.trimStart().startsWith('-') &&
        /^[ ]*/.exec(line)![0].length === own));
    if (to < 0) to = lines.length;
  }
  return found;
}
