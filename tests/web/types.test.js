// The check of types, which sees what no build of the page stumbles over.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const page = fileURLToPath(new URL('../../wasm/web/', import.meta.url));

/** What `npm run check` runs: whether it found nothing, and what it says. */
function checked(folder) {
  const { status, stdout, stderr } = spawnSync(process.execPath,
    [join(page, 'node_modules/svelte-check/bin/svelte-check'), '--fail-on-warnings',
      '--output', 'machine'], { cwd: folder, encoding: 'utf8', timeout: 300_000 });
  return { good: status === 0, said: stdout + stderr };
}

test('the types of the page agree', () => {
  const { good, said } = checked(page);
  assert.ok(good, said);
  assert.match(said, /COMPLETED [1-9]\d* FILES 0 ERRORS 0 WARNINGS/);
});

test('what only types can tell is found', async () => {
  const copy = await mkdtemp(join(tmpdir(), 'sievarr-types-'));
  try {
    for (const name of await readdir(page))
      if (name === 'src') await cp(join(page, name), join(copy, name), { recursive: true });
      else await symlink(join(page, name), join(copy, name));
    await writeFile(join(copy, 'src/mistaken.ts'),
      'const nobody = 1;\nexport const hours: number = "three";\n');
    const { good, said } = checked(copy);
    assert.equal(good, false, said);
    assert.match(said, /mistaken\.ts.*'nobody' is declared but its value is never read/);
    assert.match(said, /mistaken\.ts.*Type 'string' is not assignable to type 'number'/);
  } finally {
    await rm(copy, { recursive: true });
  }
});
