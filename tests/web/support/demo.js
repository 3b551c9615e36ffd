// The program itself, with the demo servers that it brings.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Starts `sievarr demo`; gives the address of its page, the key, and where its config lies. */
export async function demo({ shows = 1500, speed = 60 } = {}) {
  const child = spawn(process.env.SIEVARR,
    ['demo', '--shows', String(shows), '--speed', String(speed), '--for', '10m'],
    { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stderr.resume();
  const heard = {};
  // Read to its end: a program that nobody listens to any more would stop.
  const lines = createInterface({ input: child.stdout });
  await new Promise((done, failed) => {
    const late = setTimeout(() => child.kill('SIGKILL'), 60_000);
    child.once('exit', () => failed(new Error('the demo did not start')));
    lines.on('line', line => {
      const [, name, said] = /^ {2}(page|key|config) +(\S+)$/.exec(line) ?? [];
      if (name) heard[name] = said;
      if (name !== 'config') return;
      clearTimeout(late);
      done();
    });
  });
  return {
    ...heard,
    address: `${heard.page}/`,
    /** Takes it away at once, as a machine does that is switched off. */
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const killed = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await once(child, 'exit');
      clearTimeout(killed);
    },
  };
}
