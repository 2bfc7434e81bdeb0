import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Metrics } from '../../../server/core/metrics.ts';
import { PROMTOOL } from '../../support/system-parts.ts';

const FILE = resolve('deploy/alerts.yaml');
const text = readFileSync(FILE, 'utf8');
const promtool = PROMTOOL.find();

test('alert rules ask for numbers that there are, and each says what to do', () => {
  const metrics = new Metrics();
  metrics.relayOk(true);
  metrics.memory(1, () => 0);
  const known = metrics.registry.getMetricsAsArray().map(({ name }) => name);
  const asked = [...text.matchAll(/(?:tafelkleed|nodejs)_\w+/g)].map(([name]) => name.replace(/_bucket$/, ''));
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.filter((name) => !known.includes(name))).toEqual([]);
  const rules = text.split(/^ +- alert: /m).slice(1);
  for (const rule of rules) {
    expect(rule).toMatch(/^Tafelkleed\w+\n +expr: .+\n( +for: \d+m\n)? +labels: \{ severity: (page|ticket) \}\n/);
    expect(rule).toMatch(/ +annotations:\n +summary: ".+"\n +action: ".+"\n/);
  }
});

/** What Prometheus would see, one value a minute, and after how long which alert is to fire. */
const PLAYED: readonly (readonly [alert: string, series: string, values: string, afterMinutes: number])[] = [
  ['TafelkleedStoresNothing', 'tafelkleed_storage_ok', '1 0x10', 5],
  ['TafelkleedUnsaved', 'tafelkleed_unsaved_updates', '2000x10', 5],
  ['TafelkleedDamaged', 'tafelkleed_damaged_cloth{cloth="a"}', '1x10', 5],
  ['TafelkleedClockDoubted', 'tafelkleed_clock_doubted', '1x20', 15],
  ['TafelkleedManyExpiring', 'tafelkleed_expiring_cloths', '3x2900 100x60', 2_950],
  ['TafelkleedCodesTriedOut', 'tafelkleed_refused_requests_total{code="unknown-code"}', '0+60x100', 90],
  ['TafelkleedMemoryRefused', 'tafelkleed_memory_refused_total', '0+20x20', 15],
  ['TafelkleedNodesApart', 'tafelkleed_relay_ok', '0x10', 5],
  ['TafelkleedNearlyFull', 'tafelkleed_connections{role="viewer"}', '9500x10', 8],
];
/** And what is nothing to wake anybody for. */
const QUIET = [
  ['tafelkleed_storage_ok', '1x100'],
  ['tafelkleed_unsaved_updates', '10x100'],
  ['tafelkleed_clock_doubted', '0x100'],
  ['tafelkleed_expiring_cloths', '15x100'],
  ['tafelkleed_refused_requests_total{code="unknown-code"}', '0+5x100'],
  ['tafelkleed_memory_refused_total', '0+1x100'],
  ['tafelkleed_relay_ok', '1x100'],
  ['tafelkleed_connections{role="viewer"}', '900x100'],
] as const;

test.skipIf(promtool === null)(
  'Prometheus takes the rules, and they fire on what they are for (needs promtool)',
  () => {
    const directory = mkdtempSync(join(tmpdir(), 'tafelkleed-alerts-'));
    onTestFinished(() => rmSync(directory, { recursive: true }));
    const expects = (alert: string, fires: boolean, minutes: number) => ({
      eval_time: `${minutes}m`,
      // With its labels and words it would be written down twice: that it fires is enough.
      expr: `count(ALERTS{alertname="${alert}", alertstate="firing"}) or vector(0)`,
      exp_samples: [{ labels: '{}', value: fires ? 1 : 0 }],
    });
    const series = (name: string, values: string) => ({ series: name, values });
    const tests = [
      ...PLAYED.map(([alert, name, values, minutes]) => ({
        interval: '1m',
        input_series: [series(name, values)],
        promql_expr_test: [expects(alert, true, minutes)],
      })),
      {
        interval: '1m',
        input_series: QUIET.map(([name, values]) => series(name, values)),
        promql_expr_test: PLAYED.map(([alert]) => expects(alert, false, 90)),
      },
    ];
    // JSON is YAML.
    const played = join(directory, 'played.json');
    writeFileSync(played, JSON.stringify({ rule_files: [FILE], evaluation_interval: '1m', tests }));
    const run = (...words: string[]): string =>
      execFileSync(promtool ?? '', words, { encoding: 'utf8', stdio: 'pipe' });
    expect(run('check', 'rules', FILE)).toContain('SUCCESS');
    expect(run('test', 'rules', played)).toContain('SUCCESS');
  },
  // A command of another program, on a machine that does much besides.
  60_000,
);
