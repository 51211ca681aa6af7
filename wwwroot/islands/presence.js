import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { waitBefore } from './lib/live.js';
import { fill } from './lib/words.js';

const AGAIN_MS = 20_000;

/** Which colleagues look at the same submission or group now. Said again while the page is open; it expires by itself. */
function start(place) {
  const { hub, slug, receipt, group, word, comma } = place.dataset;
  const connection = new HubConnectionBuilder().withUrl(hub).configureLogging(LogLevel.None).build();
  let attempt = 0, timer = null;
  const attend = () => group ? connection.invoke('AttendGroup', slug, Number(group)) : connection.invoke('Attend', slug, receipt);
  const open = async () => {
    try {
      await connection.start();
      await attend();
      attempt = 0;
      place.dataset.present = 'said';
      timer = setInterval(() => attend().catch(() => connection.stop()), AGAIN_MS);
    } catch {
      if (connection.state === 'Disconnected') retry(); else await connection.stop();
    }
  };
  const retry = () => {
    clearInterval(timer);
    place.textContent = '';
    setTimeout(open, waitBefore(attempt++));
  };
  connection.on('present', names => {
    const sentence = names.length ? fill(word, names.join(comma)) : '';
    if (place.textContent !== sentence) place.textContent = sentence;
  });
  connection.onclose(retry);
  open();
}

document.querySelectorAll('[data-presence]').forEach(start);
