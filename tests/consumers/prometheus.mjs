// A real Prometheus scrapes a demo, with the files of docs/deploy/prometheus; its own checker reads
// them and what is scraped.
//   node prometheus.mjs PROGRAM PROMETHEUS PROMTOOL DEPLOY
import { spawn } from 'node:child_process';
import {
  copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, finish, freePort, run, sleep, test, until } from './harness.mjs';

const [, , program, prometheus, promtool, deploy] = process.argv;
const files = join(deploy, 'prometheus');
const folder = mkdtempSync(join(tmpdir(), 'sievarr-prometheus-'));
const children = [];
process.on('exit', () => {
  children.forEach((child) => child.kill('SIGKILL'));
  rmSync(folder, { recursive: true, force: true });
});

function start(name, args) {
  const child = spawn(name, args, { stdio: 'ignore', cwd: folder });
  children.push(child);
  return child;
}

const [port, own] = [await freePort(), await freePort()];
const metrics = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
const api = async (path) => {
  const answer = await fetch(`http://127.0.0.1:${own}/api/v1/${path}`);
  return (await answer.json()).data;
};
const value = async (query) =>
  (await api(`query?query=${encodeURIComponent(query)}`)).result.map((one) => Number(one.value[1]));
const rules = async () => (await api('rules')).groups.flatMap((group) => group.rules);
const alerts = async () => (await api('alerts')).alerts;
const isFiring = (name) => (all) =>
  all.some((alert) => alert.labels.alertname === name && alert.state === 'firing');

await test('promtool takes the rules, and each fires as its test says', () => {
  for (const args of [['check', 'rules', 'sievarr.rules.yaml'],
    ['test', 'rules', 'sievarr.test.yaml'], ['check', 'config', '--syntax-only', 'scrape.yaml']]) {
    const done = run(promtool, args, { cwd: files });
    expect(done.status, 0, `promtool ${args.join(' ')}: ${done.stdout}${done.stderr}`);
  }
});

const household = join(folder, 'demo');
const config = join(household, 'config.yaml');
const demo = start(program,
  ['demo', '--shows', '2000', '--port', String(port), '--folder', household]);

await test('promtool takes the metrics, but for the name of older dashboards', async () => {
  const text = await until(metrics, (said) => said.includes('\ntvmaze_sync_initial_complete 1\n'));
  const said = run(promtool, ['check', 'metrics'], { input: text });
  const lines = `${said.stdout}${said.stderr}`.split('\n').filter((line) => line !== '');
  expect(lines.map((line) => line.split(' ')[0]), ['tvmaze_shows_total'], lines.join('\n'));
});

// As the files say, but that a second is long.
const scrape = readFileSync(join(files, 'scrape.yaml'), 'utf8');
const alerting = readFileSync(join(files, 'sievarr.rules.yaml'), 'utf8');
writeFileSync(join(folder, 'prometheus.yml'),
  `global: {evaluation_interval: 1s}\n${scrape
    .replace('scrape_interval: 30s', 'scrape_interval: 1s')
    .replace('127.0.0.1:8080', `127.0.0.1:${port}`)}`);
writeFileSync(join(folder, 'sievarr.rules.yaml'), alerting.replace(/for: \w+/g, 'for: 1s'));
start(prometheus, ['--config.file=prometheus.yml', '--storage.tsdb.path=tsdb',
  `--web.listen-address=127.0.0.1:${own}`]);

await test('a real Prometheus finds all that alerts and the dashboard ask for', async () => {
  await until(() => value('up{job="sievarr"}'), (up) => up[0] === 1);
  const known = new Set(await api('label/__name__/values'));
  const asked = `${alerting}${readFileSync(join(deploy, 'grafana', 'sievarr.json'), 'utf8')}`
    .match(/\b(tvmaze|sievarr)_[a-z_]+/g);
  expect(asked.length > 10, true, 'that something is asked for');
  expect([...new Set(asked)].filter((name) => !known.has(name)), [], 'what is not there');
  expect((await value('sievarr_shows{job="sievarr", status="added"}'))[0] > 0, true, 'added shows');
});

await test('all alerts are loaded and work, and none fires while all is well', async () => {
  const wanted = alerting.match(/alert: \w+/g).map((line) => line.slice('alert: '.length));
  const loaded = await until(rules,
    (all) => all.length > 0 && all.every((rule) => rule.health === 'ok'));
  expect(loaded.map((rule) => rule.name), wanted, 'the alerts');
  expect((await alerts()).map((alert) => alert.labels.alertname), [], 'what fires');
});

await test('a config that is refused fires its alert, which ends when it is mended', async () => {
  copyFileSync(config, join(folder, 'good.yaml'));
  writeFileSync(config, 'nonsense: true\n');
  await until(alerts, isFiring('SievarrConfigRefused'));
  copyFileSync(join(folder, 'good.yaml'), config);
  await until(alerts, (all) => all.length === 0);
});

await test('a daemon that is gone fires its alert', async () => {
  expect(existsSync(config), true, 'the demo is there');
  demo.kill('SIGKILL');
  const firing = (await until(alerts, isFiring('SievarrDown')))[0];
  expect(firing.annotations.summary, 'Sievarr does not answer', 'what it says');
});

finish();
