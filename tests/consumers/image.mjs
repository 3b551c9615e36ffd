// The image is built from the Containerfile and run as a careful person would run it. What it talks
// to is a demo, outside of it.
//   node image.mjs PROGRAM CHECKOUT
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { cannotRun, expect, finish, freePort, run, skip, test, until } from './harness.mjs';

const [, , program, checkout] = process.argv;
const folder = mkdtempSync(join(tmpdir(), 'sievarr-image-'));
const image = 'localhost/sievarr:test';
const limit = 13_500_000;
const nobody = '65532';

// Images and containers of this test alone, which leave nothing behind. A container gets no timer
// for its check, which takes a systemd, and no more files and processes than this test has.
const storage = ['--root', join(folder, 'store'), '--runroot', join(folder, 'run'),
  '--storage-driver', 'vfs', '--cgroup-manager', 'cgroupfs'];
const careful = ['--read-only', '--cap-drop=all', '--security-opt=no-new-privileges',
  '--network=host', '--ulimit=nofile=1024:1024', '--ulimit=nproc=1024:1024'];
let runtime = [];
const hour = 3_600_000;
const podman = (...args) => run('podman', [...storage, ...runtime, ...args], { timeout: hour });

function told(...args) {
  const done = podman(...args);
  if (done.status !== 0) throw new Error(`podman ${args.join(' ')}: ${done.stderr}`);
  return done.stdout.trim();
}

const demo = { child: null };
process.on('exit', () => {
  demo.child?.kill('SIGKILL');
  podman('rm', '--all', '--force', '--time=0');
  spawnSync(process.getuid() === 0 ? 'rm' : 'podman',
    [...(process.getuid() === 0 ? [] : ['unshare', 'rm']), '-rf', folder]);
});

/// The image out of what was built here; `rest` stands for the first stage of the Containerfile.
function build(...rest) {
  return podman('build', '--format=docker', ...rest, '--tag', image, checkout);
}

/// Whether images can be made here at all; what keeps us from it, if not.
function obstacle() {
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  writeFileSync(join(empty, 'Containerfile'),
    `FROM scratch\nCOPY --chown=${nobody}:${nobody} Containerfile /\n`);
  const done = podman('build', empty);
  return done.status === 0 ? '' : done.stderr.trim().split('\n').pop();
}

const inspected = () => JSON.parse(told('image', 'inspect', image))[0];

const what = obstacle();
if (what) {
  cannotRun(`podman makes no images here: ${what}`);
  finish();
}

await test('the Containerfile makes an image', () => {
  const laid = join(folder, 'context');
  run(join(checkout, 'tool/image_root.sh'), [join(laid, 'image')]);
  const done = build('--pull=never', '--build-context', `build=${laid}`);
  expect(done.status, 0, done.stderr);
});

await test('its first stage is given all that git has, and nothing that was built', () => {
  const copied = join(folder, 'copied');
  mkdirSync(copied);
  writeFileSync(join(copied, 'Containerfile'), 'FROM scratch\nCOPY . /\n');
  const id = told('build', '--quiet', '--file', join(copied, 'Containerfile'), checkout);
  told('export', '--output', join(copied, 'tar'), told('create', id, '/nothing'));
  const there = new Set(run('tar', ['-tf', join(copied, 'tar')]).stdout.split('\n'));
  const wanted = run('git', ['-C', checkout, 'ls-files']).stdout.trim().split('\n');
  expect(wanted.filter((file) => !there.has(file)), [], 'files that are missing');
  const built = [...there].filter((file) => /^(build|\.git)\/|node_modules/.test(file));
  expect(built, [], 'files that nobody needs');
});

await test('it is small, and says how it wants to be run', () => {
  const { Size, Config, Healthcheck } = inspected();
  console.log(`note: the image has ${Size} bytes`);
  expect(Size <= limit, true, `${Size} bytes of ${limit}`);
  expect(Config.User, `${nobody}:${nobody}`, 'user');
  expect(Object.keys(Config.Volumes).sort(), ['/config', '/data'], 'volumes');
  expect(Healthcheck?.Test, ['CMD', '/sievarr', 'healthcheck'], 'health check');
});

// Which runtime works here, if any: some need a younger or an older kernel.
const works = ['crun', 'runc'].some((name) => {
  runtime = ['--runtime', name];
  return podman('run', '--rm', ...careful, image, 'version').status === 0;
});
if (!works) {
  cannotRun('podman builds images here, but cannot run them');
  finish();
}

await test('it knows the time zones', () => {
  const given = join(folder, 'given');
  mkdirSync(given);
  writeFileSync(join(given, 'config.yaml'), 'selections: [{name: all, genres: [Drama]}]\n');
  writeFileSync(join(given, 'shows.json'), '{"id": 1, "name": "One"}\n');
  chmodSync(given, 0o755);
  const dayIn = (zone) => /^today +(\S+)$/m.exec(told('run', '--rm', ...careful,
    `--env=TZ=${zone}`, '--volume', `${given}:/config:ro`, image, 'judge', '--hash', '--shows',
    '/config/shows.json'))[1];
  // It is never the same day in both: they are 25 hours apart.
  expect(dayIn('Pacific/Kiritimati') > dayIn('Pacific/Pago_Pago'), true, 'days');
  told('export', '--output', join(given, 'tar'), told('create', image));
  const berlin = 'usr/share/zoneinfo/Europe/Berlin';
  const packed = spawnSync('tar', ['-xOf', join(given, 'tar'), berlin]).stdout;
  expect(packed.equals(readFileSync(`/${berlin}`)), true, 'Europe/Berlin as this system has it');
});

/// The config of the demo for a daemon in a container: its own storage, address and path.
function configOf(household, port) {
  return readFileSync(join(household, 'config.yaml'), 'utf8')
    .replace(/^storage: .*$/m, 'storage: {path: /data}')
    .replace(/^server: .*$/m, `server: {host: 127.0.0.1, port: ${port}, url_base: /shows}`);
}

const port = await freePort();
const base = `http://127.0.0.1:${port}`;
const status = async (path) => (await fetch(base + path)).status;
const household = join(folder, 'demo');
const config = join(folder, 'config');

await test('it runs read-only, without rights, below a path, and is healthy', async () => {
  demo.child = spawn(program, ['demo', '--shows', '500', '--folder', household],
    { stdio: 'ignore' });
  await until(() => existsSync(join(household, 'config.yaml')), Boolean);
  mkdirSync(config);
  writeFileSync(join(config, 'config.yaml'), configOf(household, port));
  chmodSync(config, 0o755);
  told('run', '--detach', '--name=daemon', '--health-interval=disable', ...careful,
    '--volume', `${config}:/config:ro`, '--volume', 'shows:/data', image);
  await until(async () => (await fetch(`${base}/shows/metrics`)).text(),
    (said) => said.includes('\ntvmaze_sync_initial_complete 1\n'));
  expect(await status('/shows/health'), 200, '/shows/health');
  expect(await status('/health'), 401, '/health, outside of the path');
  expect(podman('healthcheck', 'run', 'daemon').status, 0, 'podman healthcheck run');
});

await test('its process is an ordinary user without any capability', () => {
  const [state] = JSON.parse(told('inspect', 'daemon'));
  const said = readFileSync(`/proc/${state.State.Pid}/status`, 'utf8');
  const line = (name) => new RegExp(`^${name}:\\s+(.*)$`, 'm').exec(said)[1].split('\t');
  expect(['CapPrm', 'CapEff', 'CapBnd', 'CapAmb'].flatMap(line),
    Array(4).fill('0'.repeat(16)), 'capabilities');
  expect(line('NoNewPrivs'), ['1'], 'new privileges');
  expect(line('Uid').includes('0'), false, 'is root');
  const escape = podman('exec', 'daemon', '/sievarr', 'backup', '/copy.db');
  expect(escape.status !== 0 && /read-only/i.test(escape.stderr), true,
    `a backup outside of /data: ${escape.status} ${escape.stderr}`);
});

await test('it ends in order, and goes on with what it had', async () => {
  told('stop', '--time=30', 'daemon');
  const ended = JSON.parse(told('inspect', 'daemon'))[0].State;
  expect(ended.ExitCode, 0, 'exit code');
  expect(podman('run', '--rm', ...careful, '--volume', `${config}:/config:ro`, image,
    'healthcheck').status, 1, 'healthcheck of nobody');
  const said = told('run', '--rm', ...careful, '--volume', `${config}:/config:ro`,
    '--volume', 'shows:/data', image, 'export');
  expect(said.split('\n').length, 501, 'lines of an export: a header and the shows');
});

if (process.env.SIEVARR_LONG) {
  const pulled = podman('pull', '--quiet', 'docker.io/library/debian:12');
  if (pulled.status !== 0) skip('no image of Debian to be had here');
  else {
    await test('it is built from nothing but Debian', () => {
      const done = build();
      expect(done.status, 0, done.stderr);
      expect(inspected().Size <= limit, true, `${inspected().Size} bytes`);
    }, hour);
  }
}
finish();
