import type { WebSocket } from 'ws';

/** Whether the other end of a socket answers a ping in time. One that does not is cut off. */
export function isAlive(socket: WebSocket, patienceMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (alive: boolean): void => {
      clearTimeout(timer);
      socket.off('pong', answered);
      socket.off('close', gone);
      resolve(alive);
    };
    const answered = (): void => settle(true);
    const gone = (): void => settle(false);
    const timer = setTimeout(() => {
      settle(false);
      socket.terminate();
    }, patienceMs);
    socket.on('pong', answered);
    socket.on('close', gone);
    if (socket.readyState === socket.OPEN) socket.ping();
    else gone();
  });
}
