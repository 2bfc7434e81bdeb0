import type * as Y from 'yjs';

/** The top-level types of a network room's document. Made by name, so that every replica has the same ones. */
export interface CommonsDoc {
  readonly doc: Y.Doc;
  readonly meta: Y.Map<unknown>;
  readonly wall: Y.Map<unknown>;
  readonly meetings: Y.Map<unknown>;
  readonly entries: Y.Map<unknown>;
  readonly sameNames: Y.Map<unknown>;
  readonly leftOut: Y.Map<unknown>;
}

/** The room inside a document. Cheap; writes nothing. */
export function openCommons(doc: Y.Doc): CommonsDoc {
  return {
    doc,
    meta: doc.getMap('meta'),
    wall: doc.getMap('wall'),
    meetings: doc.getMap('meetings'),
    entries: doc.getMap('entries'),
    sameNames: doc.getMap('sameNames'),
    leftOut: doc.getMap('leftOut'),
  };
}
