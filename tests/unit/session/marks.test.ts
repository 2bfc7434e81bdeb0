import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Marks } from '../../../client/document/marks.ts';

/** Marks whose sent numbers can be looked at. */
function sending(): { marks: Marks; sent: number[] } {
  const sent: number[] = [];
  return { marks: new Marks((mark) => sent.push(mark)), sent };
}

describe('marks', () => {
  test('a page that changed nothing still asks once whether all it holds is durable', () => {
    const { marks, sent } = sending();
    expect(marks.state).toEqual({ waiting: 0, settled: false });
    marks.opened();
    expect(sent).toEqual([1]);
    marks.echoed(1);
    expect(marks.state).toEqual({ waiting: 0, settled: true });
  });

  test('no mark goes out before our sync step 2 did: it would vouch for what the server never got', () => {
    const { marks, sent } = sending();
    marks.changed();
    marks.changed();
    expect(sent).toEqual([]);
    expect(marks.state).toEqual({ waiting: 2, settled: false });
    marks.opened();
    expect(sent).toEqual([3]);
  });

  test('while one mark travels, later changes gather behind the next', () => {
    const { marks, sent } = sending();
    marks.opened();
    marks.changed();
    marks.changed();
    expect(sent).toEqual([1]);
    marks.echoed(1);
    expect(sent).toEqual([1, 3]);
    expect(marks.state).toEqual({ waiting: 2, settled: false });
    marks.echoed(3);
    expect(marks.state).toEqual({ waiting: 0, settled: true });
  });

  test('a mark lost with its socket is asked again on the next one', () => {
    const { marks, sent } = sending();
    marks.opened();
    marks.echoed(1);
    marks.changed();
    marks.closed();
    expect(marks.state).toEqual({ waiting: 1, settled: false });
    marks.opened();
    expect(sent).toEqual([1, 2, 2]);
    marks.echoed(2);
    expect(marks.state.settled).toBe(true);
  });

  test('on a new socket everything is confirmed anew, also when nothing changed meanwhile', () => {
    const { marks, sent } = sending();
    marks.opened();
    marks.echoed(1);
    marks.closed();
    marks.opened();
    expect([marks.state.settled, sent]).toEqual([false, [1, 1]]);
    marks.echoed(1);
    expect(marks.state.settled).toBe(true);
  });

  test('an echo of anything but the mark that travels vouches for nothing', () => {
    const { marks } = sending();
    marks.changed();
    marks.opened();
    marks.echoed(99);
    marks.closed();
    marks.echoed(2);
    expect(marks.state).toEqual({ waiting: 1, settled: false });
  });

  test('the keystrokes of one visit wait as one change, until the last of them is durable', () => {
    const { marks } = sending();
    marks.changed();
    marks.changed(true);
    marks.opened();
    marks.changed(true);
    expect(marks.state.waiting).toBe(1);
    marks.echoed(3);
    expect(marks.state.waiting).toBe(1);
    marks.echoed(4);
    expect(marks.state).toEqual({ waiting: 0, settled: true });
  });

  test('changes that waited on the device count until the server has them', () => {
    const { marks } = sending();
    let durable = false;
    marks.opened();
    marks.loaded(5, () => {
      durable = true;
    });
    marks.echoed(1);
    expect([marks.state.waiting, durable]).toEqual([5, false]);
    marks.echoed(2);
    expect([marks.state.waiting, durable]).toEqual([0, true]);
  });

  test('whatever sockets do, what is not counted as waiting is durable, and settled means all of it', () => {
    const step = fc.constantFrom('change', 'open', 'drop', 'deliver', 'echo', 'sync');
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 80, size: 'max' }), (steps) => {
        let changes = 0;
        let onServer = 0;
        let durable = 0;
        type Sent = { readonly change: number } | { readonly all: number } | { readonly mark: number };
        let socket: { readonly up: Sent[]; readonly down: number[] } | null = null;
        const marks = new Marks((mark) => socket?.up.push({ mark }));
        for (const step of steps) {
          if (step === 'change') {
            changes++;
            socket?.up.push({ change: changes });
            marks.changed();
          } else if (step === 'open' && !socket) {
            socket = { up: [], down: [] };
          } else if (step === 'sync' && socket) {
            socket.up.push({ all: changes });
            marks.opened();
          } else if (step === 'drop') {
            socket = null;
            // A server that is killed keeps only what is durable.
            onServer = durable;
            marks.closed();
          } else if (step === 'deliver') {
            const message = socket?.up.shift();
            if (message && 'change' in message) {
              // An update whose predecessors are missing is not taken in.
              if (message.change === onServer + 1) onServer = message.change;
            } else if (message && 'all' in message) {
              onServer = Math.max(onServer, message.all);
            } else if (message) {
              durable = onServer;
              socket?.down.push(message.mark);
            }
          } else if (step === 'echo') {
            const mark = socket?.down.shift();
            if (mark !== undefined) marks.echoed(mark);
          }
          if (marks.state.settled) expect(durable).toBe(changes);
          expect(marks.state.waiting).toBeGreaterThanOrEqual(changes - durable);
        }
      }),
      { numRuns: 500 },
    );
  });
});
