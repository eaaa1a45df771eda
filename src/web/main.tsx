import './style/tokens.css';
import './style/base.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { listenToKeys } from './keyboard/listen.ts';
import { startAppearance } from './shell/appearance.ts';
import { showToast } from './shell/toast.tsx';
import { ApiError } from './store/api.ts';
import { startDrafts } from './store/drafts.ts';
import { startHeartbeat } from './store/heartbeat.ts';
import { startOutbox } from './store/outbox.ts';
import { whenSession } from './store/session.ts';
import { words } from './words/words.ts';

startAppearance();
listenToKeys();
// Another link in the same tab is another person.
addEventListener('hashchange', () => location.reload());
addEventListener('unhandledrejection', ({ reason }) => {
  // That the server is away is said in the bar.
  if (reason instanceof ApiError && reason.status === 0) return;
  const message = reason instanceof Error ? reason.message : String(reason);
  showToast({ text: words.shell.failure.unexpected(message), kind: 'warning' });
});
void whenSession().then(() => {
  startDrafts();
  startHeartbeat();
  return startOutbox();
});

const root = document.getElementById('app');
if (root !== null) render(<App />, root);
