import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { ClothLink } from '../../../server/relay/cloth-link.ts';
import type { LinkedRoom } from '../../../server/relay/linked-room.ts';
import { readMessage, writeMessage } from '../../../server/relay/message.ts';
import type { Relay } from '../../../server/relay/relay.ts';
import type { SharedStorage } from '../../../server/storage/shared-storage.ts';

describe('what is said at one of several nodes: presence', () => {
  /** A link to a relay whose answers are given by hand, and what kinds of messages it sent. */
  function linkToOthers() {
    const sent: string[] = [];
    const answers: ((others: boolean) => void)[] = [];
    const relay = {
      node: 'here',
      live: true,
      publish: (_channel: string, message: Uint8Array) => {
        sent.push(readMessage(message)?.body.kind ?? '');
        return new Promise<boolean>((resolve) => answers.push(resolve));
      },
    } as unknown as Relay;
    const here = new Uint8Array([1]);
    const room = {
      journal: { sequence: 1 },
      presence: { everyoneHere: () => here, hear: () => undefined },
    } as unknown as LinkedRoom;
    const counts = { caughtUp: () => undefined, tookOver: () => undefined };
    const storage = {} as unknown as SharedStorage;
    const link = new ClothLink('cloth', 1, null, relay, storage, pino({ level: 'silent' }), counts);
    link.attach(room, () => undefined);
    /** Sends presence and tells whether it left. */
    const leaves = (): boolean => {
      const before = sent.length;
      link.sendPresence(here);
      return sent.length > before;
    };
    const answer = async (others: boolean): Promise<void> => {
      for (const give of answers.splice(0)) give(others);
      await Promise.resolve();
      await Promise.resolve();
    };
    return { link, sent, leaves, answer };
  }

  test('stays there while no other has the cloth open, and is told whole to who opens it', async () => {
    const { link, sent, leaves, answer } = linkToOthers();
    expect(leaves()).toBe(true);
    await answer(false);
    expect(leaves()).toBe(false);
    sent.length = 0;
    link.hear(writeMessage('there', 1, { kind: 'who' }));
    expect(sent).toEqual(['presence']);
    expect(leaves()).toBe(true);
    await answer(true);
    expect(leaves()).toBe(true);
  });

  test('leaves also when word that nobody was there comes after the newcomer’s own', async () => {
    const { link, leaves, answer } = linkToOthers();
    link.hear(writeMessage('there', 1, { kind: 'who' }));
    link.sendUpdate(1, new Uint8Array([1]));
    await answer(true);
    expect(leaves()).toBe(true);
    const late = linkToOthers();
    late.link.hear(writeMessage('there', 1, { kind: 'stored', first: 1, last: 1, from: 1, upTo: 1 }));
    // Asked before the newcomer was heard.
    await late.answer(false);
    expect(late.leaves()).toBe(true);
  });

  test('and edits stay there, of which who comes in half-way is told where they are stored', async () => {
    const { link, sent, answer } = linkToOthers();
    await answer(false);
    sent.length = 0;
    link.sendUpdate(1, new Uint8Array([1]));
    link.sendStored({ first: 1, last: 1, from: 1, upTo: 1 });
    expect(sent).toEqual(['stored']);
    // Somebody heard that.
    await answer(true);
    link.sendUpdate(2, new Uint8Array([1]));
    expect(sent).toEqual(['stored', 'update']);
  });

  test('is told anew after a pause of the relay', async () => {
    const { link, sent, leaves, answer } = linkToOthers();
    await answer(false);
    sent.length = 0;
    link.rejoin();
    expect(sent).toEqual(['who', 'presence']);
    expect(leaves()).toBe(true);
  });

  test('of its own that Redis brings back is not taken for a newcomer’s', async () => {
    const { link, leaves, answer } = linkToOthers();
    await answer(false);
    link.hear(writeMessage('here', 1, { kind: 'who' }));
    expect(leaves()).toBe(false);
  });
});
