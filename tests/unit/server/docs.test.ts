import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { VARIABLE_NAMES } from '../../../server/core/config.ts';
import { PROBLEMS } from '../../../server/http/problem.ts';
import { CLOSE, ROLES } from '../../../shared/model/protocol.ts';

const api = readFileSync('docs/api.md', 'utf8');
const deploy = readFileSync('docs/deploy.md', 'utf8');

test.each(VARIABLE_NAMES)('%s is explained to who hosts the server', (variable) => {
  expect(deploy).toContain(`| \`${variable}\` |`);
});

test.each(Object.entries(PROBLEMS))('the problem %s is listed under its status', (code, { status }) => {
  const row = api.split('\n').find((line) => line.startsWith(`| ${status} |`));
  expect(row).toContain(`\`${code}\``);
});

test.each(Object.values(CLOSE))('close code %i is explained', (code) => {
  expect(api).toContain(`\n| ${code} |`);
});

test.each(ROLES)('the role %s is explained', (role) => {
  expect(api).toContain(`| \`${role}\` |`);
});
