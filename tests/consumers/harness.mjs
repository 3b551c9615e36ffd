// Tests that count themselves, and children that cannot outlive the patience of a test.
import { spawnSync } from 'node:child_process';

const counts = { passed: 0, failed: 0, skipped: 0 };
const patience = 60_000;

export async function test(name, check) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took more than ${patience / 1000} s`)), patience);
  });
  try {
    await Promise.race([check(), late]);
    counts.passed += 1;
  } catch (error) {
    counts.failed += 1;
    console.log(`FAILED: ${name}\n${error.stack ?? error}`);
  } finally {
    clearTimeout(timer);
  }
}

export function skip(why) {
  counts.skipped += 1;
  console.log(`note: skipped: ${why}`);
}

export function expect(found, wanted, what) {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what}: expected ${b}, got ${a}`);
}

// Runs a program to its end: {status, stdout, stderr}; one that hangs is killed and an error.
export function run(program, args, { input = '', ...options } = {}) {
  const done = spawnSync(program, args,
    { input, encoding: 'utf8', timeout: patience, killSignal: 'SIGKILL', ...options });
  if (done.error) throw new Error(`${program} ${args.join(' ')}: ${done.error.message}`);
  return done;
}

export const isThere = (program) => run('sh', ['-c', `command -v ${program}`]).status === 0;

// Says how many tests there were; some may have been left out elsewhere.
export function finish(skippedElsewhere = 0) {
  counts.skipped += skippedElsewhere;
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  process.exit(counts.failed === 0 ? 0 : 1);
}
