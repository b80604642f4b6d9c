import { PERSONAS } from '@thegither/synthetic';
import { askInTime } from '../harness/askInTime.ts';
import type { GraphqlBody, TestHouse } from '../harness/startHouse.ts';
import type { Canaries } from './canary.ts';
import { columnOf, type Ways } from './judge.ts';
import type { Marks } from './marks.ts';
import type { AskedField, Selection } from './asking.ts';
import type { Questions } from './questions.ts';

/** What was found out about where the schema tells what. */
export interface Calibrated {
  readonly ways: Ways;
  /** Errors of the rooms over values that cannot be what they are: none, if the canaries were planted well. */
  readonly errors: readonly string[];
}

/**
 * Asks the demo people for everything about themselves, which is all that anybody can be told of them, and notes at which
 * places of the schema each column stands: a place needs what its marks say, and those above it. A column that stands
 * nowhere is told to nobody.
 */
export async function calibrate(house: TestHouse, questions: Questions, canaries: Canaries, marks: Marks): Promise<Calibrated> {
  const ways = new Map<string, (readonly string[])[]>(), errors = new Set<string>();
  const note = (text: string, needs: readonly string[]): void => {
    for (const canary of canaries.foundIn(text)) {
      const had = ways.get(columnOf(canary)) ?? [];
      if (!had.some((way) => way.length === needs.length && way.every((category) => needs.includes(category)))) ways.set(columnOf(canary), [...had, needs]);
    }
  };
  const walk = (selection: Selection, value: unknown, above: readonly string[]): void => {
    if (Array.isArray(value)) value.forEach((item) => walk(selection, item, above));
    else if (typeof value === 'object' && value !== null) for (const field of selection.fields) at(field, (value as Record<string, unknown>)[field.key], above);
  };
  const at = ({ on, field, given, below }: AskedField, value: unknown, above: readonly string[]): void => {
    if (value === undefined || value === null) return;
    const needs = [...new Set([...above, ...marks.of(on, field), ...given.flatMap((argument) => marks.ofArgument(on, field, argument))])];
    if (below) walk(below, value, needs);
    else note(JSON.stringify(value), needs);
  };
  const { text, root, variables } = questions.everything({ field: 'me', with: {} });
  for (const { key } of PERSONAS) {
    const body = await askUntilWhole(house, key, text, variables);
    for (const { path, extensions } of body.errors ?? []) errors.add(`${(path ?? []).filter((step) => typeof step === 'string').join('.')} ${extensions.code}`);
    walk(root, body.data, []);
  }
  return { ways, errors: [...errors] };
}

/** Rooms that have just opened, on a machine that is busy, may not answer at first. */
async function askUntilWhole(house: TestHouse, account: string, text: string, variables: Readonly<Record<string, unknown>>, tries = 5): Promise<GraphqlBody<Record<string, unknown>>> {
  const { body } = await askInTime(() => house.ask(account, text, variables, { purpose: null }));
  return body.errors && tries > 1 ? askUntilWhole(house, account, text, variables, tries - 1) : body;
}
