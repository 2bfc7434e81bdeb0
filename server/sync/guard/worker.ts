import { parentPort } from 'node:worker_threads';
import * as Y from 'yjs';
import { importClothFile } from '../../../shared/commands/import-file.ts';
import { openCloth } from '../../../shared/document/cloth-doc.ts';
import { settleCircles } from '../../../shared/document/migrations/circles.ts';
import { momentFile } from '../../../shared/document/moment-file.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { readClothFile } from '../../../shared/formats/cloth-file.ts';
import { makeForm } from '../../../shared/formats/forms.ts';
import { type Seen, seen, type When } from '../../../shared/formats/seen.ts';
import { knownCloth } from '../../../shared/method/known-cloth.ts';
import { LIMITS } from '../../../shared/model/schema.ts';
import { standBack } from '../../core/stand-back.ts';
import type { Answer } from '../../core/worker-pool.ts';
import { applyStored } from './apply-stored.ts';
import { clothFileText } from './cloth-file-text.ts';
import { type Packed, unpacked } from './packed.ts';
import {
  type AskedProjection,
  commonsIn,
  type Projected,
  projected,
  shownFile,
  shownText,
  textOf,
} from './read-document.ts';
import { isShallowJson } from './shallow-json.ts';
import { splitDocument, splitOwn, splitUpdate } from './split-update.ts';
import { dropPending } from './update-guard.ts';
import type { Done, Laid, Task } from './workshop.ts';

// The program of a worker thread: see workshop.ts.
standBack();
parentPort?.on('message', (task: Task) => {
  void answer(task).then((answer) => parentPort?.postMessage(answer));
});

async function answer(task: Task): Promise<Answer> {
  try {
    return { done: await work(task) };
  } catch (error) {
    return { refused: error instanceof Error ? error.message : 'it cannot be read' };
  }
}

function work(task: Task): Done[Task['kind']] | Promise<Done['form']> {
  switch (task.kind) {
    case 'split':
      return splitUpdate(task.update);
    case 'load':
      return load(task.document);
    case 'whole':
      return whole(task.document);
    case 'lay':
      return lay(task.document, task.file);
    case 'write':
      return write(task.document);
    case 'read':
      return readText(task.document, task.when);
    case 'show':
      return shownText(opened(task.document), task.asked);
    case 'project':
      return projectionUpdates(task.documents, task.asked);
    case 'file':
      return shownFile(task.shown);
    case 'commons':
      return commonsIn(opened(task.document));
    case 'known':
      return knownCloth(task.id, readSnapshot(openCloth(opened(task.document))));
    case 'form':
      return form(task);
  }
}

function opened(document: Packed): Y.Doc {
  return applyStored(unpacked(document)).doc;
}

function load(document: Packed): Done['load'] {
  const { doc, refused } = applyStored(unpacked(document));
  const isIncomplete = dropPending(doc);
  const settled = settleCircles(doc);
  return {
    parts: splitDocument(doc),
    whole: Y.encodeStateAsUpdate(doc),
    refused,
    isIncomplete,
    settled: settled ? splitOwn(settled) : [],
  };
}

function whole(document: Packed): Uint8Array {
  const { doc, refused } = applyStored(unpacked(document));
  if (refused > 0 || dropPending(doc)) throw new Error('some of it cannot be used');
  return Y.encodeStateAsUpdate(doc);
}

function lay(document: Packed, bytes: Uint8Array): Laid {
  // A byte order mark is no part of the text.
  const text = new TextDecoder().decode(bytes);
  if (!isShallowJson(text)) return { ok: false, why: { problem: 'no-json' } };
  const read = readClothFile(text);
  if (!read.ok) return read;
  const { file, leftOut } = read;
  const doc = opened(document);
  const cloth = openCloth(doc);
  const before = readSnapshot(cloth);
  const tooMany =
    before.items.length + file.items.length > LIMITS.items || before.ties.length + file.ties.length > LIMITS.ties;
  if (tooMany) return { ok: false, why: { problem: 'cloth-full' } };
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  importClothFile(cloth, file);
  const after = readSnapshot(cloth);
  return {
    ok: true,
    parts: updates.flatMap(splitUpdate),
    added: {
      seats: Math.max(0, after.seats.length - before.seats.length),
      items: after.items.length - before.items.length,
      ties: after.ties.length - before.ties.length,
    },
    leftOut,
  };
}

function write(document: Packed): Uint8Array {
  return new TextEncoder().encode(clothFileText(opened(document)));
}

function read(document: Packed, when: When): Seen | null {
  const cloth = openCloth(opened(document));
  return seen(readSnapshot(cloth), when, (moment) => momentFile(cloth, moment));
}

function projectionUpdates({ sheet, commons, shown }: Projected<Packed>, asked: AskedProjection): Uint8Array[] {
  return projected({ sheet: opened(sheet), commons: opened(commons), shown: opened(shown) }, asked).flatMap(splitOwn);
}

function readText(document: Packed, when: When): Done['read'] {
  const found = read(document, when);
  return found && textOf(found);
}

async function form({ document, when, form: id, choice }: Task & { kind: 'form' }): Promise<Done['form']> {
  const found = read(document, when);
  if (!found) return null;
  const made = await makeForm(id, found.cloth, choice);
  const { initiative, meta } = found.cloth;
  return { made: typeof made === 'string' ? new TextEncoder().encode(made) : made, title: initiative || meta.title };
}
