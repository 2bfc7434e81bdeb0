import { layPreparation } from '../../../shared/commands/prepare.ts';
import type { Preparation } from '../../../shared/formats/preparation.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { layCloth } from '../../document/lay-cloth.ts';
import { clothPath } from '../routes.ts';
import { device } from '../services.ts';

/** Lays what was prepared on a new cloth and returns its address. Throws `ApiError`. */
export async function layPrepared(preparation: Preparation): Promise<string> {
  const { initiative: title, seats } = preparation;
  const request = { title, ...(seats.length > 0 && { seats: seats.length }) };
  const { id, keys } = await layCloth(
    request,
    (session) => {
      const snapshot = session.snapshot.getState();
      return session.tryPerform((cloth) => layPreparation(cloth, snapshot, preparation, fontMeasure, session.now()));
    },
    device,
  );
  return clothPath(id, keys.facilitator);
}
