// What the daemon costs and how fast it answers, with a storage of so many shows; the goals stand
// beside what was measured. Uses wrk where it is installed; without it only start and memory.
//   node tests/bench/daemon_bench.mjs PROGRAM [SHOWS] [FOLDER]     FOLDER keeps the storage
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';

const [, , program, shows = '90000', kept] = process.argv;
if (!program) {
  console.error('usage: node tests/bench/daemon_bench.mjs PROGRAM [SHOWS] [FOLDER]');
  process.exit(2);
}

const folder = kept ? resolve(kept) : mkdtempSync(join(tmpdir(), 'sievarr-bench-'));
const config = join(folder, 'config.yaml');
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
const ended = (child) => new Promise((done) => child.once('exit', done));
const has_wrk = spawnSync('wrk', ['--version']).error === undefined;

function tell(what, measured, goal) {
  console.log(`${what.padEnd(48)} ${measured.padStart(26)}   goal: ${goal}`);
}

/// What the config of a demo says about its server.
function server_of(file) {
  const text = readFileSync(file, 'utf8');
  const line = /^server: \{.*port: (\d+), api_key: (\w+)\}/m.exec(text);
  return { port: Number(line[1]), key: line[2] };
}

function ask(port, path, key) {
  return new Promise((done) => {
    const socket = net.connect(port, '127.0.0.1');
    let said = '';
    socket.on('error', () => done(''));
    socket.on('data', (piece) => (said += piece));
    socket.on('close', () => done(said));
    const header = key ? `X-Api-Key: ${key}\r\n` : '';
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n${header}Connection: close\r\n\r\n`);
  });
}

const is_fine = (answer) => answer.startsWith('HTTP/1.1 200');

async function started() {
  const before = performance.now();
  const child = spawn(program, ['run', '--config', config], { stdio: 'ignore' });
  const { port } = server_of(config);
  while (!is_fine(await ask(port, '/health'))) await sleep(1);
  return { child, ms: performance.now() - before };
}

async function stopped(child) {
  const end = ended(child);
  child.kill('SIGTERM');
  await end;
}

/// Megabytes that a process holds.
function memory_of(child) {
  const line = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
  return Number(line[1]) / 1024;
}

/// Answers a second, and the 99th percentile in milliseconds.
function load({ port, key }, path, connections) {
  return new Promise((done) => {
    const wrk = spawn('wrk', ['-t1', `-c${connections}`, '-d5', '--latency',
      '-H', `X-Api-Key: ${key}`, `http://127.0.0.1:${port}${path}`]);
    let said = '';
    wrk.stdout.on('data', (piece) => (said += piece));
    wrk.on('close', () => {
      const late = /99%\s+([\d.]+)(us|ms|s)/.exec(said);
      const unit = { us: 0.001, ms: 1, s: 1000 }[late?.[2]];
      done({
        rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1] ?? 0),
        late: Number(late?.[1] ?? NaN) * unit,
        bad: /Non-2xx[^\n]*|Socket errors[^\n]*/.exec(said)?.[0] ?? '',
      });
    });
  });
}

const in_words = ({ rate, late, bad }) =>
  `${Math.round(rate)}/s, p99 ${late.toFixed(1)} ms${bad ? ` (${bad})` : ''}`;

/// A storage with the catalogue in it, made by a demo whose time runs as fast as it can.
async function fill() {
  if (existsSync(config)) return;
  const demo = spawn(program, ['demo', '--shows', shows, '--speed', '10000', '--folder', folder],
    { stdio: 'ignore' });
  for (;;) {
    await sleep(500);
    if (!existsSync(config)) continue;
    const { port, key } = server_of(config);
    if (/"initial_sync_complete":true/.test(await ask(port, '/api/v1/state', key))) break;
    if (/tvmaze_sync_initial_complete 1/.test(await ask(port, '/metrics'))) break;
  }
  await stopped(demo);
}

async function start_and_memory() {
  const times = [];
  for (let round = 0; round < 15; round++) {
    const { child, ms } = await started();
    times.push(ms);
    await sleep(round === 0 ? 10_000 : 300);
    if (round === 0) tell('idle, resident', `${memory_of(child).toFixed(1)} MB`, '<= 32 MB');
    await stopped(child);
  }
  times.sort((a, b) => a - b);
  tell('process start to 200 on /health, median and worst',
    `${at(times, 0.5).toFixed(1)} ms, ${times.at(-1).toFixed(1)} ms`, '<= 50 ms');
}

async function metrics_ms(port) {
  const times = [];
  for (let round = 0; round < 200; round++) {
    const before = performance.now();
    await ask(port, '/metrics');
    times.push(performance.now() - before);
  }
  return at(times.sort((a, b) => a - b), 0.5);
}

const page = '/api/v1/shows?limit=100';

async function answers() {
  const { child } = await started();
  const server = server_of(config);
  await sleep(3000);
  tell('GET /health, 64 connections', in_words(await load(server, '/health', 64)), '>= 40000/s');
  tell(`GET ${page}, 16 connections`, in_words(await load(server, page, 16)),
    '>= 3000/s, p99 < 20 ms');
  tell('GET /metrics, median', `${(await metrics_ms(server.port)).toFixed(2)} ms`, '< 2 ms');
  await hostile(server);
  tell('resident after all that', `${memory_of(child).toFixed(1)} MB`, '-');
  await stopped(child);
}

/// Clients that send a byte a second, and connections that send nothing.
async function hostile(server) {
  let open = 0;
  const sockets = [];
  const connect = () => {
    const socket = net.connect(server.port, '127.0.0.1', () => open++);
    socket.on('error', () => {});
    socket.on('close', () => open--);
    sockets.push(socket);
    return socket;
  };
  for (let idle = 0; idle < 2000; idle++) connect();
  const slow = Array.from({ length: 500 }, connect);
  const drip = setInterval(
    () => slow.forEach((socket) => socket.writable && socket.write('G')), 1000);
  const before = performance.now();
  await sleep(2000);
  const there = open;
  const measured = await load(server, '/health', 8);
  tell(`GET /health beside ${there} slow and idle ones`, in_words(measured), 'p99 < 50 ms');
  while (slow.some((socket) => !socket.closed) && performance.now() - before < 60_000)
    await sleep(100);
  const left = slow.filter((socket) => !socket.closed).length;
  const seconds = ((performance.now() - before) / 1000).toFixed(0);
  tell('500 slow ones are closed', left ? `${left} are not` : `after ${seconds} s`, 'about 16 s');
  clearInterval(drip);
  sockets.forEach((socket) => socket.destroy());
}

/// A demo whose time runs ten times as fast reads the whole catalogue anew meanwhile.
async function during_a_sync() {
  const other = mkdtempSync(join(tmpdir(), 'sievarr-bench-'));
  const demo = spawn(program, ['demo', '--shows', shows, '--speed', '10', '--folder', other],
    { stdio: 'ignore' });
  const own = join(other, 'config.yaml');
  while (!existsSync(own)) await sleep(50);
  await sleep(1000);
  const server = server_of(own);
  tell('GET /health during a full sync', in_words(await load(server, '/health', 64)), '>= 20000/s');
  tell(`GET ${page} during a full sync`, in_words(await load(server, page, 16)), '>= 1500/s');
  await stopped(demo);
  rmSync(other, { recursive: true });
}

console.log(`${cpus().length} processors, load ${loadavg()[0].toFixed(1)}, ${shows} shows`);
await fill();
await start_and_memory();
if (has_wrk) {
  await answers();
  await during_a_sync();
} else {
  console.log('note: wrk is not installed, so no answers were counted');
}
if (!kept) rmSync(folder, { recursive: true });
