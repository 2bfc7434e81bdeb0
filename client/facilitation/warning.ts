import '../device/zod-without-eval.ts';
import * as z from 'zod/mini';
import type { ServerWarning } from '../../shared/model/protocol.ts';
import { parsedJson } from '../../shared/model/session.ts';

const warning = z.object({ code: z.enum(['too-many-messages', 'storage', 'storage-ok']) });

/** What the server warns of in a message 102, or null when this program does not know it. */
export function readWarning(json: string): ServerWarning['code'] | null {
  return warning.safeParse(parsedJson(json)).data?.code ?? null;
}
