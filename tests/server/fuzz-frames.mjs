/** Frames as no honest page sends them: valid ones, changed at random, and some made to hurt. */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { randomFrom } from './seeded-random.mjs';

/** A seeded generator and what is drawn with it. */
export function dice(seed) {
  const random = randomFrom(seed);
  const below = (bound) => Math.floor(random() * bound);
  return { random, below, pick: (choices) => choices[below(choices.length)] };
}

/** A sync message of y-protocols. */
export const sync = (type, bytes) => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
};

const presence = (clientId, clock, json) => {
  const states = encoding.createEncoder();
  for (const number of [1, clientId, clock]) encoding.writeVarUint(states, number);
  encoding.writeVarString(states, json);
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(states));
  return encoding.toUint8Array(encoder);
};

/** Presence of as many clients as go into the largest frame, of which nothing but their number is said. */
const CROWD = (() => {
  const clients = 2_700_000;
  const states = encoding.createEncoder();
  encoding.writeVarUint(states, clients);
  encoding.writeUint8Array(
    states,
    Uint8Array.from({ length: 3 * clients }, (_, index) => (index % 3 === 2 ? 0 : 1)),
  );
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(states));
  return encoding.toUint8Array(encoder);
})();

const text = (message, json) => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, message);
  encoding.writeVarString(encoder, json);
  return encoding.toUint8Array(encoder);
};

const HOSTILE_JSON = [
  '{"__proto__":{"polluted":true},"user":{"__proto__":{"polluted":true},"role":"facilitator"}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  `${'['.repeat(2_000)}${']'.repeat(2_000)}`,
  '{"step":1e400,"timer":null,"hidden":false,"locked":false,"follow":null}',
  '"\\ud800"',
  '{"user":{"name":"\u0000\u202e"}}',
];

/** Numbers that lie at the edge of something, as varUints. */
const EDGES = [0, 1, 127, 128, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1].map((number) => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, number);
  return [...encoding.toUint8Array(encoder)];
});

/** A function that makes an endless stream of frames for a document, which may change under way. */
export function hostileFrames({ random, below, pick }) {
  /** Edits of every type that Yjs knows, each as an update; some by clients that nobody has heard of. */
  function* updates(current, forging) {
    for (;;) {
      const doc = new Y.Doc();
      const base = current();
      doc.clientID = forging ? pick([below(5) + 1, below(2 ** 32), 2 ** 32 - 1, 0]) : below(2 ** 32);
      if (random() < 0.7) Y.applyUpdate(doc, Y.encodeStateAsUpdate(base));
      for (let times = 1 + below(4); times > 0; times--) {
        const before = Y.encodeStateVector(doc);
        edit(doc);
        yield Y.encodeStateAsUpdate(doc, random() < 0.8 ? before : undefined);
      }
    }
  }

  function edit(doc) {
    const items = doc.getMap('items');
    const initiative = doc.getText('initiative');
    pick([
      () => initiative.insert(below(initiative.length + 1), pick(['a', '😀', 'עברית', '\u0000', 'x'.repeat(300)])),
      () => initiative.length > 0 && initiative.delete(below(initiative.length), 1),
      () => initiative.format(0, initiative.length, { bold: pick([true, null]) }),
      () => initiative.insertEmbed(0, { image: '__proto__' }),
      () => {
        const item = new Y.Map();
        for (const key of ['kind', 'pos', '__proto__', 'constructor'])
          item.set(key, pick([1, 'x', [1, 2], null, { a: [{}] }]));
        item.set('text', new Y.Text('words'));
        items.set(pick(['a', 'b', '__proto__', 'c']), item);
      },
      () => items.delete(pick([...items.keys(), 'a'])),
      () => items.set('list', Y.Array.from([1, 'two', new Uint8Array([3])])),
      () => items.set('xml', new Y.XmlElement('p')),
      () => items.set('doc', new Y.Doc({ guid: 'sub' })),
      () => doc.getXmlFragment('xml').insert(0, [new Y.XmlText('t')]),
    ])();
  }

  function mutate(bytes) {
    const mutant = [...bytes];
    for (let times = below(4); times > 0; times--) {
      const at = below(mutant.length + 1);
      pick([
        () => mutant.splice(at, 1, below(256)),
        () => mutant.splice(at, 1, (mutant[at] ?? 0) ^ (1 << below(8))),
        () => mutant.splice(at, below(8)),
        () => mutant.splice(at, 0, ...pick(EDGES)),
        () => mutant.splice(at, 1, ...pick(EDGES)),
        () => mutant.splice(at, 0, ...mutant.slice(below(mutant.length), below(mutant.length))),
        () => mutant.splice(at),
      ])();
    }
    return Uint8Array.from(mutant);
  }

  function* stream(current, forging) {
    const edits = updates(current, forging);
    for (;;) {
      const base = current();
      const update = edits.next().value;
      yield pick([
        () => sync(pick([1, 2]), update),
        () => sync(pick([1, 2]), mutate(update)),
        () => sync(pick([1, 2]), mutate(update)),
        () => mutate(sync(2, update)),
        () => sync(2, Y.encodeStateAsUpdateV2(base)),
        () => sync(0, mutate(Y.encodeStateVector(base))),
        () => presence(below(5), below(10), random() < 0.5 ? pick(HOSTILE_JSON) : '{"user":{"name":"x"}}'),
        () => mutate(presence(below(5), below(10), '{"user":{"name":"x"}}')),
        () => (random() < 0.002 ? CROWD : presence(below(5), below(10), 'null')),
        () =>
          text(
            101,
            random() < 0.5 ? pick(HOSTILE_JSON) : '{"step":2,"timer":null,"hidden":false,"locked":false,"follow":null}',
          ),
        () => mutate(text(101, '{"step":2,"timer":null,"hidden":false,"locked":false,"follow":null}')),
        () => mutate(Uint8Array.from([100, ...pick(EDGES)])),
      ])();
    }
  }

  return stream;
}
