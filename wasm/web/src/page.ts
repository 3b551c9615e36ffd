import { mount } from 'svelte';
import App from './App.svelte';
import { workOffline } from './offline';
import './style/tokens.css';
import './style/page.css';
import './style/forced_colors.css';

mount(App, { target: document.getElementById('page')! });
void workOffline();
