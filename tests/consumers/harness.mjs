// Tests that count themselves, and children that cannot outlive the patience of a test.
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';

const counts = { passed: 0, failed: 0, skipped: 0 };
const usual = 60_000;

export async function test(name, check, patience = usual) {
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

// What is missing was promised to be there in CI, so there that is a failure; elsewhere it is a
// skip.
export function cannotRun(why) {
  if (process.env.CI !== 'true') return skip(why);
  counts.failed += 1;
  console.log(`FAILED: cannot run, and CI has to be able to: ${why}`);
}

export function expect(found, wanted, what) {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what}: expected ${b}, got ${a}`);
}

// Runs a program to its end: {status, stdout, stderr}; one that hangs is killed and an error.
export function run(program, args, { input = '', ...options } = {}) {
  const done = spawnSync(program, args,
    { input, encoding: 'utf8', timeout: usual, killSignal: 'SIGKILL', ...options });
  if (done.error) throw new Error(`${program} ${args.join(' ')}: ${done.error.message}`);
  return done;
}

export const isThere = (program) => run('sh', ['-c', `command -v ${program}`]).status === 0;

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

export function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

// Asks until the answer is as wanted; the test gives up, not this.
export async function until(ask, isWanted) {
  for (;;) {
    const answer = await Promise.resolve().then(ask).catch(() => null);
    if (answer !== null && isWanted(answer)) return answer;
    await sleep(200);
  }
}

// Says how many tests there were; some may have been left out elsewhere.
export function finish(skippedElsewhere = 0) {
  counts.skipped += skippedElsewhere;
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  process.exit(counts.failed === 0 ? 0 : 1);
}
