import { hkdfSync } from 'node:crypto';
import { Signer } from '@fastify/cookie';
import { z } from 'zod';
import type { DoorSettings } from '../../core/door-settings.ts';
import type { Knock } from './provider.ts';

/** Between leaving for the sign-in and coming back, s. */
export const KNOCK_S = 600;

const knocking = z.object({
  room: z.string(),
  /** Where to go on from the room; see `pathTo`. */
  to: z.string().nullable(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** ms since the epoch */
  until: z.number(),
});

/** Somebody on the way to the sign-in and back: to which room, and what shows that it is the same browser. */
export type Knocking = Readonly<z.infer<typeof knocking>> & Knock;

/** Signs what the browser keeps meanwhile; the server keeps nothing, so any node may see it back. */
export class KnockCookie {
  readonly #signer: InstanceType<typeof Signer>;

  /** The secret that the provider gave is the same on all nodes and nobody else's; a key of its own is drawn from it. */
  constructor({ clientSecret, clientId }: Pick<DoorSettings, 'clientSecret' | 'clientId'>) {
    const key = hkdfSync('sha256', clientSecret, clientId, 'tafelkleed door cookie', 32);
    this.#signer = new Signer(Buffer.from(key), 'sha256');
  }

  write(knock: Knocking): string {
    return this.#signer.sign(Buffer.from(JSON.stringify(knock)).toString('base64url'));
  }

  /** What was written, if it was written here and its time is not over. */
  read(value: string | undefined): Knocking | null {
    const { valid, value: text } = this.#signer.unsign(value ?? '');
    if (!valid || text === null) return null;
    const read = knocking.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return read.success && read.data.until > Date.now() ? read.data : null;
  }
}
