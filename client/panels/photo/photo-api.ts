import * as z from 'zod/mini';
import { PHOTO } from '../../../shared/model/photo.ts';
import { SHEET_ADDRESSES, type Sheet } from '../../../shared/model/sheets.ts';
import { ApiError } from '../../document/api.ts';

/** Where the photo under a sheet is kept, and the key it is asked for with. */
export interface PhotoAt {
  readonly id: string;
  readonly sheet: Sheet;
  readonly key: string;
}

const laid = z.object({ hash: z.string() });
const problem = z.object({ code: z.string() });

/**
 * Gives a photo to the server; `told` is called with how much has gone, 0 to 1. Resolves with what it is called there. Rejects with an
 * {@link ApiError}, and with an `AbortError` when `signal` ends it.
 */
export function sendPhoto(
  at: PhotoAt,
  photo: Blob,
  signal: AbortSignal,
  told: (part: number) => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    // Only this tells how much of a request has gone.
    const request = new XMLHttpRequest();
    request.open('PUT', addressOf(at));
    request.setRequestHeader('authorization', `Bearer ${at.key}`);
    request.setRequestHeader('content-type', PHOTO.mediaType);
    request.upload.onprogress = ({ loaded, total }) => told(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ApiError('offline', 0));
    request.onabort = () => reject(signal.reason);
    request.onload = () => {
      const answer = parsed(request.responseText);
      const read = z.safeParse(laid, answer);
      if (request.status === 200 && read.success) resolve(read.data.hash);
      else reject(new ApiError(z.safeParse(problem, answer).data?.code ?? 'unexpected', request.status));
    };
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(photo);
  });
}

/** The photo of this hash: from what the browser kept of it, or from the server. Rejects with an {@link ApiError}. */
export async function fetchPhoto(at: PhotoAt, hash: string, signal: AbortSignal): Promise<Blob> {
  let answer: Response;
  let blob: Blob;
  try {
    answer = await fetch(`${addressOf(at)}?hash=${encodeURIComponent(hash)}`, {
      headers: { authorization: `Bearer ${at.key}` },
      referrerPolicy: 'no-referrer',
      signal,
    });
    blob = await answer.blob();
  } catch {
    throw new ApiError('offline', 0);
  }
  if (!answer.ok) throw new ApiError('no-photo', answer.status);
  return blob;
}

function addressOf({ id, sheet }: PhotoAt): string {
  return `/api/${SHEET_ADDRESSES[sheet].api}/${encodeURIComponent(id)}/photo`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
