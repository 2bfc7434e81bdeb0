import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AckTracker } from '../../../client/document/ack-tracker.ts';

/** Acks whose sent numbers can be looked at. */
function sending(): { acks: AckTracker; sent: number[] } {
  const sent: number[] = [];
  return { acks: new AckTracker((ack) => sent.push(ack)), sent };
}

describe('acks', () => {
  test('a page that changed nothing still asks once whether all it holds is durable', () => {
    const { acks, sent } = sending();
    expect(acks.state).toEqual({ waiting: 0, settled: false });
    acks.opened();
    expect(sent).toEqual([1]);
    acks.echoed(1);
    expect(acks.state).toEqual({ waiting: 0, settled: true });
  });

  test('no ack goes out before our sync step 2 did: it would vouch for what the server never got', () => {
    const { acks, sent } = sending();
    acks.changed();
    acks.changed();
    expect(sent).toEqual([]);
    expect(acks.state).toEqual({ waiting: 2, settled: false });
    acks.opened();
    expect(sent).toEqual([3]);
  });

  test('while one ack travels, later changes gather behind the next', () => {
    const { acks, sent } = sending();
    acks.opened();
    acks.changed();
    acks.changed();
    expect(sent).toEqual([1]);
    acks.echoed(1);
    expect(sent).toEqual([1, 3]);
    expect(acks.state).toEqual({ waiting: 2, settled: false });
    acks.echoed(3);
    expect(acks.state).toEqual({ waiting: 0, settled: true });
  });

  test('an ack lost with its socket is asked again on the next one', () => {
    const { acks, sent } = sending();
    acks.opened();
    acks.echoed(1);
    acks.changed();
    acks.closed();
    expect(acks.state).toEqual({ waiting: 1, settled: false });
    acks.opened();
    expect(sent).toEqual([1, 2, 2]);
    acks.echoed(2);
    expect(acks.state.settled).toBe(true);
  });

  test('on a new socket everything is confirmed anew, also when nothing changed meanwhile', () => {
    const { acks, sent } = sending();
    acks.opened();
    acks.echoed(1);
    acks.closed();
    acks.opened();
    expect([acks.state.settled, sent]).toEqual([false, [1, 1]]);
    acks.echoed(1);
    expect(acks.state.settled).toBe(true);
  });

  test('an echo of anything but the ack that travels vouches for nothing', () => {
    const { acks } = sending();
    acks.changed();
    acks.opened();
    acks.echoed(99);
    acks.closed();
    acks.echoed(2);
    expect(acks.state).toEqual({ waiting: 1, settled: false });
  });

  test('the keystrokes of one visit wait as one change, until the last of them is durable', () => {
    const { acks } = sending();
    acks.changed();
    acks.changed(true);
    acks.opened();
    acks.changed(true);
    expect(acks.state.waiting).toBe(1);
    acks.echoed(3);
    expect(acks.state.waiting).toBe(1);
    acks.echoed(4);
    expect(acks.state).toEqual({ waiting: 0, settled: true });
  });

  test('changes that waited on the device count until the server has them', () => {
    const { acks } = sending();
    let durable = false;
    acks.opened();
    acks.loaded(5, () => {
      durable = true;
    });
    acks.echoed(1);
    expect([acks.state.waiting, durable]).toEqual([5, false]);
    acks.echoed(2);
    expect([acks.state.waiting, durable]).toEqual([0, true]);
  });

  test('whatever sockets do, what is not counted as waiting is durable, and settled means all of it', () => {
    const step = fc.constantFrom('change', 'open', 'drop', 'deliver', 'echo', 'sync');
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 80, size: 'max' }), (steps) => {
        let changes = 0;
        let onServer = 0;
        let durable = 0;
        type Sent = { readonly change: number } | { readonly all: number } | { readonly ack: number };
        let socket: { readonly up: Sent[]; readonly down: number[] } | null = null;
        const acks = new AckTracker((ack) => socket?.up.push({ ack }));
        for (const step of steps) {
          if (step === 'change') {
            changes++;
            socket?.up.push({ change: changes });
            acks.changed();
          } else if (step === 'open' && !socket) {
            socket = { up: [], down: [] };
          } else if (step === 'sync' && socket) {
            socket.up.push({ all: changes });
            acks.opened();
          } else if (step === 'drop') {
            socket = null;
            // A server that is killed keeps only what is durable.
            onServer = durable;
            acks.closed();
          } else if (step === 'deliver') {
            const message = socket?.up.shift();
            if (message && 'change' in message) {
              // An update whose predecessors are missing is not taken in.
              if (message.change === onServer + 1) onServer = message.change;
            } else if (message && 'all' in message) {
              onServer = Math.max(onServer, message.all);
            } else if (message) {
              durable = onServer;
              socket?.down.push(message.ack);
            }
          } else if (step === 'echo') {
            const ack = socket?.down.shift();
            if (ack !== undefined) acks.echoed(ack);
          }
          if (acks.state.settled) expect(durable).toBe(changes);
          expect(acks.state.waiting).toBeGreaterThanOrEqual(changes - durable);
        }
      }),
      { numRuns: 500 },
    );
  });
});
