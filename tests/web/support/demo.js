// The program itself, in its made-up world.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Starts `sievarr demo`; gives the address of its page, the key, and where its config lies. */
export async function demo({ shows = 1500, speed = 60 } = {}) {
  const child = spawn(process.env.SIEVARR,
    ['demo', '--shows', String(shows), '--speed', String(speed), '--for', '10m'],
    { stdio: ['ignore', 'pipe', 'pipe'] });
  const heard = {};
  const lines = createInterface({ input: child.stdout });
  const late = setTimeout(() => child.kill('SIGKILL'), 60_000);
  for await (const line of lines) {
    const [, name, said] = /^ {2}(page|key|config) +(\S+)$/.exec(line) ?? [];
    if (name) heard[name] = said;
    if (heard.config) break;
  }
  clearTimeout(late);
  if (!heard.config) throw new Error('the demo did not start');
  child.stdout.resume();
  child.stderr.resume();
  return {
    ...heard,
    address: `${heard.page}/`,
    async close() {
      child.kill('SIGTERM');
      const killed = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await once(child, 'exit');
      clearTimeout(killed);
    },
  };
}
