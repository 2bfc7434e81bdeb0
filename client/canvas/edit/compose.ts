import { nanoid } from 'nanoid';
import { addItems, moveItems, type NewItem } from '../../../shared/commands/items.ts';
import { addConnectorWithTies, addTies, type NewTie, removeTies } from '../../../shared/commands/ties.ts';
import { transact } from '../../../shared/document/change.ts';
import { type BoxId, placeInBox } from '../../../shared/layout/boxes.ts';
import { freePlaceNear, placeConnector } from '../../../shared/layout/free-place.ts';
import { placeIngredients } from '../../../shared/layout/placing.ts';
import { markersOf, nextMarker } from '../../../shared/method/markers.ts';
import { INITIATIVE, type ItemKind, LIMITS, type Point } from '../../../shared/model/schema.ts';
import { byId, type ClothSnapshot, type Item } from '../../../shared/model/snapshot.ts';
import { isBlank } from '../../../shared/text/clean-text.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import type { ClothSession, Me, Performed } from '../../document/cloth-session.ts';
import type { ClothContext } from '../canvas-handle.ts';
import { refuse, type TieQuestion } from '../view-store.ts';

/** What adding needs; the capture bar can call these before any canvas is there. */
export type Writing = Pick<ClothContext, 'session'>;

/** So many ingredients go into one transaction: a long paste stays well under the largest frame. */
const BATCH = 100;
/** Distinguishes one paste's batches, which are one action to undo, from the next. */
let pastes = 0;

/**
 * Lays new ingredients at this person's own edge, each with words and without covering anything, in their markers in
 * turn. Blank texts are passed over. All of them are one action to undo. Returns the ids of what was added, and why not
 * all of it was when it was not. On a theme sheet they go in a `box`.
 */
export function addIngredients(
  { session }: Writing,
  texts: readonly string[],
  box: BoxId | null = null,
): { ids: string[]; outcome: Performed } {
  const wanted = texts.filter((text) => !isBlank(text));
  const ids: string[] = [];
  let outcome: Performed = { kind: 'unchanged' };
  const key = `paste ${++pastes}`;
  const began = session.now();
  for (let at = 0; at < wanted.length; at += BATCH) {
    const batch = wanted.slice(at, at + BATCH);
    const snapshot = session.snapshot.getState();
    const places =
      box === null
        ? placeIngredients(snapshot, session.me.getState().seat, batch, fontMeasure)
        : placeInBox(snapshot, box, batch, fontMeasure);
    const items = batch.map((text, nth): NewItem => {
      // Items are sorted by time: those of one paste keep the order they were written in.
      return {
        ...penOf(session, nth),
        createdAt: began + at + nth,
        kind: 'ingredient',
        text,
        pos: places[nth] ?? ORIGIN,
      };
    });
    outcome = session.tryPerform((cloth) => addItems(cloth, items), key);
    if (outcome.kind !== 'done') break;
    ids.push(...items.map((item) => item.id));
  }
  session.seal();
  return { ids, outcome };
}

/**
 * Lays new connectors between this person's edge and the middle, each at a free place, as one action to undo with what else
 * is done under the same key. Says why not all of them were laid when they were not.
 */
export function addConnectors({ session }: Writing, texts: readonly string[], key: string): Performed {
  let outcome: Performed = { kind: 'unchanged' };
  for (const text of texts) {
    const pen = connectorPen(session);
    const pos = placeConnector(session.snapshot.getState(), [], text, fontMeasure, pen.seat);
    outcome = session.tryPerform((cloth) => addItems(cloth, [{ ...pen, text, pos }]), key);
    if (outcome.kind !== 'done') break;
  }
  session.seal();
  return outcome;
}

/** An ingredient without words yet at this person's own edge, opened for writing. Returns its id, or null. */
export function addIngredient(context: ClothContext): string | null {
  const { session } = context;
  const pen = penOf(session);
  const [pos = ORIGIN] = placeIngredients(session.snapshot.getState(), pen.seat, [''], fontMeasure);
  return addAndOpen(context, { ...pen, kind: 'ingredient', text: '', pos }, []);
}

/** An ingredient without words yet at (or just beside) a point, opened for writing. Returns its id, or null. */
export function addIngredientAt(context: ClothContext, point: Point): string | null {
  const { session } = context;
  const pos = freePlaceNear(session.snapshot.getState(), point, 'ingredient', '', fontMeasure);
  return addAndOpen(context, { ...penOf(session), kind: 'ingredient', text: '', pos }, []);
}

/** A connector without a name yet near a point (else between the selected items and the middle), opened for writing. */
export function addConnector(context: ClothContext, near?: Point): string | null {
  const { session, view } = context;
  const snapshot = session.snapshot.getState();
  const items = byId(snapshot.items);
  const selected = [...view.getState().selection].filter((id) => items.has(id));
  const pos = placeConnector(snapshot, near ?? selected, '', fontMeasure, session.me.getState().seat);
  return addAndOpen(context, { ...connectorPen(session), text: '', pos }, []);
}

/** Draws ties from all of these to one end, as one action. "Through whom?" is asked of a single thing only. */
export function drawTies(context: ClothContext, items: readonly Item[], to: string): void {
  const { session } = context;
  const [first] = items;
  if (items.length === 1 && first) drawTie(context, first.id, to, first.pos);
  else
    session.perform((cloth) =>
      addTies(
        cloth,
        items.map(({ id }) => newTie(session, id, to)),
      ),
    );
}

/** Draws a tie and returns its id. Straight from an ingredient to the initiative it also asks: through whom? */
export function drawTie({ session, view }: ClothContext, from: string, to: string, at: Point): string | null {
  const tie = newTie(session, from, to);
  if (!session.perform((cloth) => addTies(cloth, [tie]))) return null;
  const ingredient = from === INITIATIVE ? to : to === INITIATIVE ? from : null;
  if (ingredient && kindOf(session, ingredient) === 'ingredient') {
    view.setState({ question: { ask: 'through-whom', tie: tie.id, from: ingredient, at } });
  }
  return tie.id;
}

/**
 * The answer "a new connector" to an open question: the connector stands at the question's place, tied to where the
 * line began and, when that is an ingredient, on to the initiative; a direct tie that it replaces goes. One action.
 */
export function answerWithNewConnector(context: ClothContext, question: TieQuestion): string | null {
  const { session, view } = context;
  const snapshot = session.snapshot.getState();
  const near = question.ask === 'through-whom' ? [question.from] : question.at;
  const pos = placeConnector(snapshot, near, '', fontMeasure);
  const connector: NewItem = { ...connectorPen(session), text: '', pos };
  const on = kindOf(session, question.from) === 'ingredient' ? [newTie(session, connector.id, INITIATIVE)] : [];
  view.setState({ question: null });
  const replaced = question.ask === 'through-whom' ? [question.tie] : [];
  const { tool } = view.getState();
  const id = addAndOpen(context, connector, [newTie(session, question.from, connector.id), ...on], replaced);
  // Whoever draws ties goes on doing so when it has its name.
  if (id !== null && tool === 'tie') view.setState({ tool });
  return id;
}

/** The answer "through this one" to "through whom?": the direct tie becomes two, by way of a connector that is there. */
export function answerThrough({ session, view }: ClothContext, question: TieQuestion, connector: string): void {
  view.setState({ question: null });
  const replaced = question.ask === 'through-whom' ? [question.tie] : [];
  session.perform((cloth) =>
    transact(cloth, () => [
      ...removeTies(cloth, replaced),
      ...addTies(cloth, [newTie(session, question.from, connector), newTie(session, connector, INITIATIVE)]),
    ]),
  );
}

/** Whether a cloth has room for so many more things: a file with more than it may hold could not be read again. */
export function hasRoomFor(more: number, session: Pick<ClothSession, 'snapshot'>): boolean {
  return session.snapshot.getState().items.length + more <= LIMITS.items;
}

/**
 * A connector, or an ingredient before a seat (null: in the middle) or in a box of a theme sheet, without words yet and for a list to
 * write in. Returns its id, or null.
 */
export function addBlank(
  context: ClothContext,
  kind: ItemKind,
  seat: string | null,
  box: BoxId | null = null,
): string | null {
  const { session } = context;
  const snapshot = session.snapshot.getState();
  const isConnector = kind === 'connector';
  const [pos = ORIGIN] = isConnector
    ? [placeConnector(snapshot, [], '', fontMeasure, session.me.getState().seat)]
    : box
      ? placeInBox(snapshot, box, [''], fontMeasure)
      : placeIngredients(snapshot, seat, [''], fontMeasure);
  const pen = isConnector ? connectorPen(session) : { ...penOf(session), kind };
  const id = add(context, { ...pen, text: '', pos }, []);
  if (id !== null) context.view.setState({ selection: new Set([id]) });
  return id;
}

/** Lays ingredients before another seat (null: in the middle), without covering anything there. */
export function moveToEdge({ session }: ClothContext, items: readonly Item[], seat: string | null): void {
  const texts = items.map(({ text }) => text);
  moveTo(session, items, placeIngredients(session.snapshot.getState(), seat, texts, fontMeasure));
}

/** Lays slips in another box of a theme sheet, without covering anything there. */
export function moveToBox({ session }: ClothContext, items: readonly Item[], box: BoxId): void {
  const texts = items.map(({ text }) => text);
  moveTo(session, items, placeInBox(session.snapshot.getState(), box, texts, fontMeasure));
}

function moveTo(session: ClothSession, items: readonly Item[], places: readonly Point[]): void {
  session.perform((cloth) => moveItems(cloth, new Map(items.map(({ id }, at) => [id, places[at] ?? ORIGIN]))));
}

function addAndOpen(
  context: ClothContext,
  item: NewItem,
  ties: readonly NewTie[],
  replaced: readonly string[] = [],
): string | null {
  const id = add(context, item, ties, replaced);
  if (id !== null) {
    context.view.setState({ selection: new Set([id]), editing: id, tool: 'select', tieFrom: null });
  }
  return id;
}

function add(
  { session, view }: ClothContext,
  item: NewItem,
  ties: readonly NewTie[],
  replaced: readonly string[] = [],
): string | null {
  if (!hasRoomFor(1, session)) {
    refuse(view, 'full');
    return null;
  }
  const added = session.perform(
    (cloth) => transact(cloth, () => [...removeTies(cloth, replaced), ...addConnectorWithTies(cloth, item, ties)]),
    visitKey(item.id),
  );
  return added ? item.id : null;
}

/** Gathers what is done in one visit to an item's words, its making included, into one action to undo. */
export function visitKey(id: string): string {
  return `words ${id}`;
}

const ORIGIN: Point = [0, 0];

/** Who writes, with which marker, when. `nth` counts within one batch, so that neighbours differ in colour. */
function penOf(session: ClothSession, nth = 0) {
  const { seat, name } = session.me.getState();
  return {
    id: nanoid(),
    seat,
    by: name,
    colour: markerOf(session.snapshot.getState(), session.me.getState(), nth),
    createdAt: session.now(),
  };
}

/** The marker that somebody's next ingredient will be written with, or the `nth` after that: theirs in turn. `#rrggbb`. */
export function markerOf(
  { seats, items }: Pick<ClothSnapshot, 'seats' | 'items'>,
  { seat, colour }: Pick<Me, 'seat' | 'colour'>,
  nth = 0,
): string {
  const own = seat === null ? undefined : byId(seats).get(seat);
  if (!own) return colour;
  const written = items.filter((item) => item.seat === seat && item.kind === 'ingredient').length;
  return nextMarker(markersOf(own.colour), written + nth);
}

/** Connectors stand in the middle, where all colours meet: each is drawn in its writer's first marker. */
function connectorPen(session: ClothSession) {
  const pen = penOf(session);
  const own = pen.seat === null ? undefined : byId(session.snapshot.getState().seats).get(pen.seat);
  return { ...pen, kind: 'connector' as const, colour: own?.colour ?? pen.colour };
}

function newTie(session: ClothSession, from: string, to: string): NewTie {
  return { id: nanoid(), from, to, createdAt: session.now() };
}

function kindOf(session: ClothSession, id: string): ItemKind | null {
  return byId(session.snapshot.getState().items).get(id)?.kind ?? null;
}
