const PROBE_MS = 8_000;

/** Any answer at all, an error too, means that the server can be reached. */
async function reachable(address) {
  if (!navigator.onLine) return false;
  try {
    await fetch(address, { method: 'HEAD', cache: 'no-store', redirect: 'manual', signal: AbortSignal.timeout(PROBE_MS) });
    return true;
  } catch { return false; }
}

/**
 * Sends once, and only when somebody is there to receive: a browser that posts into nothing shows its own error page, and the
 * way back may have lost the text. The hidden key stays as it is, so what did arrive is never counted twice.
 */
export function guardSending(form, { onOffline, onSending }) {
  let phase = 'idle';
  form.addEventListener('submit', async event => {
    if (phase === 'sending') return;
    event.preventDefault();
    if (phase !== 'idle') return;
    phase = 'asking';
    const { submitter } = event;
    if (!await reachable(form.action)) {
      phase = 'idle';
      onOffline();
      return;
    }
    phase = 'sending';
    onSending(submitter);
    form.requestSubmit(submitter);
    phase = 'sent';
  });
  // Coming back to the page from its history, the form may be sent again.
  addEventListener('pageshow', event => { if (event.persisted) { phase = 'idle'; onSending(null); } });
}
