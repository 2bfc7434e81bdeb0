/**
 * A stranger at work, in a process of its own: `attacker.mjs <url> <id> <key> <what> <times>`. Ends when the server has dealt with
 * all of it.
 */
import { once } from 'node:events';
import { connect } from 'node:net';
import { WebSocket } from 'ws';

const [url = '', id = '', key = '', what = '', many = '1'] = process.argv.slice(2);
const MIB = 1024 * 1024;
const times = Array.from({ length: Number(many) });

/** A frame with an update of stretches of two bytes that say nothing, as large as one frame may be. */
function hollowFrame(client) {
  const stretches = Math.floor((8 * MIB - 64) / 2);
  const update = Buffer.concat([
    Buffer.from([1, ...varUint(stretches), ...varUint(client), 0]),
    Buffer.alloc(2 * stretches, Buffer.from([0, 1])),
    Buffer.from([0]),
  ]);
  return Buffer.concat([Buffer.from([0, 2, ...varUint(update.length)]), update]);
}

function varUint(number) {
  const bytes = [];
  for (let rest = number; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) | 128);
  }
}

const attacks = {
  async files() {
    const body = '['.repeat(16 * MIB);
    const headers = { authorization: `Bearer ${key}` };
    await Promise.all(
      times.map(() =>
        fetch(`${url}/api/cloths/${id}/import`, { method: 'POST', headers, body }).then(
          (answer) => answer.text(),
          () => undefined,
        ),
      ),
    );
  },
  async frames() {
    const sockets = times.map(() => new WebSocket(`${url.replace('http', 'ws')}/sync/${id}?key=${key}`));
    await Promise.all(
      sockets.map(async (socket, nth) => {
        socket.on('error', () => undefined);
        await once(socket, 'open');
        socket.send(hollowFrame(1_000 + nth));
        // A mark behind it: it comes back when all before it is stored.
        socket.send(Buffer.from([100, 1]));
        const isMark = (data) => data[0] === 100;
        await new Promise((dealtWith) => {
          socket.on('message', (data) => isMark(data) && dealtWith());
          socket.once('close', dealtWith);
        });
        socket.close();
      }),
    );
  },
  async uploads() {
    const { hostname, port } = new URL(url);
    const head = `POST /api/cloths/${id}/import HTTP/1.1\r\nHost: kleed\r\nAuthorization: Bearer ${key}\r\nContent-Length: ${16 * MIB}\r\n\r\n`;
    const most = Buffer.alloc(16 * MIB - 1, ' ');
    const sockets = times.map(() => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      socket.write(head);
      socket.write(most);
      return socket;
    });
    await new Promise((over) => setTimeout(over, 8_000));
    for (const socket of sockets) socket.destroy();
  },
};

await attacks[what]();
