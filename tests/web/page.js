// The smallest page on top of the engine: what is typed is judged, nothing else.
import { Engine } from './engine.js';

const count = (judged, verdict) => `${judged.counts.verdicts[verdict] ?? 0} ${verdict}`;
const answer = document.getElementById('answer');
const config = document.getElementById('config');
const module = await fetch('sievarr.wasm');
const engine = await Engine.load(await module.arrayBuffer());
engine.call('loadSample', { seed: 7, count: 90_000 });

config.addEventListener('input', () => {
  const before = performance.now();
  const judged = engine.call('judge', { text: config.value, today: '2026-05-27' });
  const took = performance.now() - before;
  answer.dataset.took = String(took);
  answer.textContent = judged.judged
    ? ['add', 'no_tvdb', 'filtered'].map(verdict => count(judged, verdict)).join(', ')
    : judged.problems.filter(each => each.severity === 'error')
      .map(each => `${each.at.line}:${each.at.column} ${each.message}`).join('\n');
});
answer.textContent = 'ready';
