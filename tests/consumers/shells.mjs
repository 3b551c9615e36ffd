// The scripts of `sievarr completion` in the shells that they are for.
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cannotRun, expect, isThere, run, test } from './harness.mjs';

// The line that somebody has typed so far, and what must be offered, perhaps among others.
const lines = [
  ['sievarr vali', 'validate', 'a command'],
  ['sievarr config sch', 'schema', 'a command below a command'],
  ['sievarr validate --str', '--strict', 'an option'],
  ['sievarr validate --format sa', 'sarif', 'a word'],
];

function folderWith(program) {
  const folder = mkdtempSync(join(tmpdir(), 'sievarr-'));
  symlinkSync(program, join(folder, 'sievarr'));
  return folder;
}

function testBash(program) {
  const { stdout: script } = run(program, ['completion', 'bash']);
  for (const [line, wanted, what] of lines) {
    const words = line.split(' ');
    const body = `${script}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})
      COMP_CWORD=${words.length - 1}\n_sievarr\nprintf '%s\\n' "\${COMPREPLY[@]}"`;
    expect(run('bash', ['-c', body]).stdout.trim().split('\n'), [wanted], what);
  }
}

function testFish(program) {
  const folder = folderWith(program);
  for (const [line, wanted, what] of lines) {
    const body = `sievarr completion fish | source\ncomplete -C '${line}'`;
    const env = { ...process.env, PATH: `${folder}:${process.env.PATH}`, HOME: folder };
    const done = run('fish', ['--no-config', '-c', body], { env });
    expect(done.stderr, '', what);
    const offered = done.stdout.trim().split('\n').map((row) => row.split('\t')[0]);
    if (!offered.includes(wanted)) throw new Error(`${what}: no ${wanted} among ${offered}`);
  }
}

// zsh completes only at a terminal, so one is made up for it: a zsh in a zsh's zpty.
const conversation = (folder, line, wanted) => `
zmodload zsh/zpty
zpty -b talk 'PS1="ready> " TERM=dumb HOME=${folder} ZDOTDIR=${folder} zsh -f -i'
say() { zpty -w -n talk "$1"$'\\n'; }
listen() {
  local all='' piece
  repeat 100; do
    if zpty -r -t talk piece; then all+=$piece; [[ $all == *$1* ]] && break; else sleep 0.1; fi
  done
  print -r -- "$all"
}
say 'PATH=${folder}:$PATH; autoload -Uz compinit; compinit -u -D; source <(sievarr completion zsh)'
say 'zstyle ":completion:*" list-prompt ""; LISTMAX=1000; setopt no_beep; echo loa""ded'
listen loaded > /dev/null
zpty -w -n talk '${line}'$'\\t'
sleep 0.5
zpty -w -n talk $'\\t'
listen '${wanted}'
zpty -d talk
`;

function testZsh(program) {
  const folder = folderWith(program);
  for (const [line, wanted, what] of lines) {
    const script = join(folder, 'talk.zsh');
    writeFileSync(script, conversation(folder, line, wanted));
    const heard = run('zsh', ['-f', script]).stdout;
    if (!heard.includes(wanted)) throw new Error(`${what}: no ${wanted} in ${heard}`);
  }
}

export async function testShells(program) {
  await test('bash completes commands, options and their words', () => testBash(program));
  for (const [shell, check] of [['zsh', testZsh], ['fish', testFish]]) {
    if (!isThere(shell)) cannotRun(`there is no ${shell} whose completion could be tried`);
    else await test(`${shell} completes commands, options and their words`, () => check(program));
  }
}
