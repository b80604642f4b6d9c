import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): string => readFileSync(path.join(CHECKOUT, file), 'utf8');

/** The names of every number that our services make, read out of where they are made. */
function measures(): string[] {
  const sources = ['apps/gateway/src', 'apps/decisions/src', 'packages/subgraph/src', 'packages/service/src'].flatMap((folder) =>
    readdirSync(path.join(CHECKOUT, folder), { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.test)\.ts$/.test(file)).map((file) => read(path.join(folder, file))));
  return sources.flatMap((text) => [...text.matchAll(/name: '([a-z]+_[a-z_]+)'/g)].map(([, name]) => name!));
}

/** What the library itself measures of a process. */
const OF_THE_PROCESS = /^(process|nodejs)_/;
const namesIn = (expression: string): string[] => [...expression.matchAll(/\b([a-z]+_[a-z_]+)\b(?=[[{\s)=]|$)/g)].map(([, name]) => name!).filter((name) => !['histogram_quantile'].includes(name));
const known = (name: string): boolean => OF_THE_PROCESS.test(name) || measures().some((measure) => [measure, `${measure}_count`, `${measure}_bucket`, `${measure}_sum`].includes(name));

const { groups } = parse(read('infra/watch/alerts.yaml')) as { groups: { rules: { alert: string; expr: string; annotations: { runbook: string } }[] }[] };
const rules = groups.flatMap((group) => group.rules);
const { panels } = JSON.parse(read('infra/watch/corridor.dashboard.json')) as { panels: { title: string; targets: { expr: string }[] }[] };

test.each(rules.map(({ alert, expr }) => [alert, expr]))('%s watches numbers that there are', (_, expr) => {
  expect(namesIn(expr).length).toBeGreaterThan(0);
  expect(namesIn(expr).filter((name) => !known(name))).toEqual([]);
});

test.each(panels.map(({ title, targets }) => [title, targets.map(({ expr }) => expr)] as const))('the dashboard\'s "%s" shows numbers that there are', (_, expressions) => {
  for (const expr of expressions) expect(namesIn(expr).filter((name) => !known(name))).toEqual([]);
});

test('every alert leads to a part of the runbook', () => {
  const parts = [...read('infra/runbook.md').matchAll(/^## (.+)$/gm)].map(([, title]) => title!.toLowerCase().replaceAll(/[^a-z0-9 -]/g, '').replaceAll(' ', '-'));
  for (const { annotations } of rules) expect(parts.map((part) => `runbook.md#${part}`)).toContain(annotations.runbook);
});

test('a number that there is not would be seen', () => expect(namesIn('rate(gateway_unheard_of_total[5m])').filter((name) => !known(name))).toEqual(['gateway_unheard_of_total']));
