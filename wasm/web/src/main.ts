import { mount } from 'svelte';
import App from './App.svelte';
import { workOffline } from './offline';
import { startCore } from './worker/start';
import { isOfDaemon } from './world/world';
import './style/tokens.css';
import './style/page.css';

if (!isOfDaemon()) void startCore().catch(() => {});  // Told by whoever waits for it.
mount(App, { target: document.getElementById('page')! });
void workOffline();
