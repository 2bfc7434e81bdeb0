import Fastify, { type FastifyBaseLogger } from 'fastify';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { answerProblems } from '../../../server/http/problem.ts';
import { StorageUnavailable } from '../../../server/storage/storage.ts';

test('why the store failed a request stands in the log, without the cause that may quote words, and not in the answer', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line) => lines.push(line) });
  const app = Fastify({ loggerInstance: log as FastifyBaseLogger });
  const counted: string[] = [];
  answerProblems(app, (code) => counted.push(code));
  app.get('/', () => {
    throw new StorageUnavailable('PostgreSQL refuses to create: 42703, no column', { cause: new Error('a word') });
  });
  const { statusCode, body } = await app.inject('/');
  expect(statusCode).toBe(503);
  expect(body).not.toContain('42703');
  expect(lines.join()).toContain('42703');
  expect(lines.join()).not.toContain('a word');
  expect(counted).toEqual(['storage-unavailable']);
});
