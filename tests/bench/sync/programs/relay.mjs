/** The floor: every binary frame goes, as it is, to all others who named the same path. No Yjs, no state, no store. */
import { WebSocketServer } from 'ws';

const rooms = new Map();
const server = new WebSocketServer({ port: Number(process.env.PORT), host: '127.0.0.1', perMessageDeflate: false });

server.on('connection', (socket, { url }) => {
  const room = rooms.get(url) ?? new Set();
  rooms.set(url, room);
  room.add(socket);
  socket.on('message', (frame) => {
    for (const other of room) if (other !== socket) other.send(frame);
  });
  socket.on('close', () => room.delete(socket));
});
