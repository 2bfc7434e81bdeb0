import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/** Messages of ours that the stock client does not know. */
const OURS = [100, 101, 102];

/** One more at a cloth: a stock Yjs client without a page. Ends with `leave`. */
export function stockClient(
  url: string,
  id: string,
  key: string,
): { readonly provider: WebsocketProvider; leave(): void } {
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/sync`, id, new Y.Doc(), {
    params: { key },
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  for (const message of OURS) provider.messageHandlers[message] = () => undefined;
  return {
    provider,
    leave() {
      provider.destroy();
      // The stock provider leaves its clock for silent people running, which would keep a process from ending.
      provider.doc.destroy();
    },
  };
}
