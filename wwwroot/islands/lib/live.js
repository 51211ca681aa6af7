import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr';

const FIRST_WAIT_MS = 500, LONGEST_WAIT_MS = 30_000;

/** Half of the wait is chance, so that a hall full of browsers doesn't come back in the same instant. */
export const waitBefore = (attempt, random = Math.random) => {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
  return wait / 2 + random() * wait / 2;
};

/**
 * Hands on events in order, each once. Answers false at a gap: what lies between must be asked for again.
 * Sequences have no holes, so the next one is always the last plus one.
 */
export class Sequence {
  constructor(after) { this.last = after; }

  take(events, hand) {
    for (const event of events) {
      if (event.sequence <= this.last) continue;
      if (event.sequence !== this.last + 1) return false;
      this.last = event.sequence;
      hand(event);
    }
    return true;
  }
}

/**
 * Watches one stream for as long as the page lives. `onEvents` gets what is new; `onState` 'live' or 'lost'. Answers the sequence and
 * a way to ask the hub for something, which throws while nobody is there.
 */
export function watch({ url, stream, after, onEvents, onState }) {
  const sequence = new Sequence(after);
  const connection = new HubConnectionBuilder().withUrl(url).configureLogging(LogLevel.None).build();
  let attempt = 0, asking = null;

  // One request at a time: a burst with a gap in it must not ask for the same events ten times over.
  const ask = () => asking ??= connection.invoke('Watch', stream, sequence.last).finally(() => { asking = null; });

  const open = async () => {
    try {
      await connection.start();
      await ask();
      attempt = 0;
      onState?.('live');
    } catch {
      // A refused Watch leaves the connection open; closing it leads to the one place that tries again.
      if (connection.state === 'Disconnected') retry(); else await connection.stop();
    }
  };

  const retry = () => {
    onState?.('lost');
    setTimeout(open, waitBefore(attempt++));
  };

  connection.on('events', batch => {
    const fresh = [];
    const whole = sequence.take(batch.filter(event => event.stream === stream), event => fresh.push(event));
    if (fresh.length) onEvents(fresh);
    if (!whole) ask().catch(() => connection.stop());
  });
  connection.onclose(retry);
  open();
  return { sequence, invoke: (...ask) => connection.invoke(...ask), on: (name, hand) => connection.on(name, hand) };
}
