export const shortcuts = [
  { keys: ['?'], what: 'this list' },
  { keys: ['e'], what: 'to the editor' },
  { keys: ['1', '…', '4'], what: 'changes, shows, funnel, learn' },
  { keys: ['/'], what: 'search the shows' },
  { keys: ['p'], what: 'pin what is shown now as the baseline' },
  { keys: ['o'], what: 'open shows' },
  { keys: ['t'], what: 'theme: automatic, light, dark' },
  { keys: ['Esc'], what: 'close what is open; out of the editor' },
  { keys: ['Ctrl', 'Space'], what: 'complete, in the editor' },
  { keys: ['F8'], what: 'to the next problem, in the editor' },
  { keys: ['Ctrl', 'F'], what: 'find in the config' },
  { keys: ['↑', '↓'], what: 'from show to show, in the table' },
];
