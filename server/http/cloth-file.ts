import type { FastifyReply, FastifyRequest } from 'fastify';
import { openCloth } from '../../shared/document/cloth-doc.ts';
import { momentFile } from '../../shared/document/moment-file.ts';
import { readSnapshot } from '../../shared/document/read.ts';
import { CLOTH_FILE, writeClothFile } from '../../shared/formats/cloth-file.ts';
import { fileMoments } from '../../shared/formats/file-moments.ts';
import type { Rooms } from '../sync/room/rooms.ts';
import type { Bodies } from './body.ts';

/** Answers with a cloth as its file, to save. */
export async function sendClothFile(
  request: FastifyRequest,
  reply: FastifyReply,
  rooms: Rooms,
  bodies: Bodies,
  id: string,
): Promise<FastifyReply> {
  const file = await rooms.use(id, ({ doc }) => {
    const cloth = openCloth(doc);
    const snapshot = readSnapshot(cloth);
    const { moments } = fileMoments(snapshot.moments, (moment) => momentFile(cloth, moment));
    return writeClothFile(snapshot, moments);
  });
  bodies.answer(request, reply, Buffer.byteLength(file), id);
  return reply
    .type('application/json; charset=utf-8')
    .header('content-disposition', `attachment; filename="tafelkleed-${id}${CLOTH_FILE.extension}"`)
    .send(file);
}
