import { workerNamed } from '@thegither/synthetic';
import type { GraphqlBody } from '../harness/startHouse.ts';
import { describeCanary, type Canaries, type Canary } from './canary.ts';
import type { Marks } from './marks.ts';
import type { Asker, Model } from './model.ts';
import type { People } from './people.ts';
import { unwrapped } from '../harness/unwrapped.ts';
import { WHO, type AskedField, type Selection } from './asking.ts';
import type { Question } from './questions.ts';

/** What was asked, by whom, and when: on the test's clock. */
export interface Asking {
  readonly asker: Asker;
  readonly question: Question;
  readonly from: number;
  readonly to: number;
}

/** Something reached somebody to whom it was not released, or somewhere where it may never be. */
export interface Leak {
  readonly where: string;
  readonly what: string;
}

/** A value that stands in an answer under somebody, to be compared with the ledger when everything is over. */
export interface Ascribed {
  readonly value: string;
  readonly person: string;
}

/** What the judge has seen. */
export interface Counts {
  answers: number;
  /** Of them, those that told something about somebody. */
  telling: number;
  /** Values of canaries that were told, and to how many different pairs of canary and account. */
  told: number;
  readonly toldTo: Set<string>;
  /** Places that held something about somebody. */
  places: number;
  /** What answers said of categories: that they were open, and that they were not. */
  open: number;
  shut: number;
  /** Answers of rooms to the gateway that had canaries in them. */
  onTheWay: number;
  /** Lines and bodies that were looked through. */
  searched: number;
}

/** For each column, under its row's category: the ways in which the schema tells it, each the categories that it needs. */
export type Ways = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Looks at everything that comes out of the house, and holds it against the model. */
export interface Judge {
  /** An answer of the gateway. */
  answer(asking: Asking, body: GraphqlBody<Record<string, unknown>>, text: string): void;
  /** An answer of a room to the gateway, made for this asker. */
  onTheWay(room: string, asker: Asker, text: string, from: number, to: number): void;
  /** Something in which nobody's data may stand, for anybody, however it is wrapped: a log line, a span, a question to a room. `said`: a caller's own words, where they belong. */
  nothingIn(where: string, text: string, said?: readonly string[]): void;
  readonly leaks: readonly Leak[];
  /** Things that were shut although they were open for certain, the whole time. */
  readonly tooClosed: readonly Leak[];
  readonly ascribed: readonly Ascribed[];
  readonly counts: Counts;
}

/** Under what a column is found in `Ways`. */
export const columnOf = ({ room, table, of, column }: Canary): string => [room, table, of ?? '', column].join(' ');

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Of each place: a flood in one hides no drop in another. */
const MOST_KEPT = 5;

/** Whoever asks about everybody may be answered about an id that is nobody's. Of them nothing ever happened, and there is nothing to tell. */
const NOBODY = 'nobody';

/** Makes a judge. */
export function openJudge({ canaries, ways, model, marks, people }: { readonly canaries: Canaries; readonly ways: Ways; readonly model: Model; readonly marks: Marks; readonly people: People }): Judge {
  const leaks: Leak[] = [], tooClosed: Leak[] = [], ascribed: Ascribed[] = [];
  const counts: Counts = { answers: 0, telling: 0, told: 0, toldTo: new Set(), places: 0, open: 0, shut: 0, onTheWay: 0, searched: 0 };
  const keep = (list: Leak[], where: string, what: string): void => {
    if (list.filter((one) => one.where === where).length < MOST_KEPT) list.push({ where, what });
  };
  const leak = (where: string, what: string): void => keep(leaks, where, what);

  const mayTell = (asker: Asker, canary: Canary, from: number, to: number): boolean => {
    const agency = workerNamed(asker.account)?.agency;
    if (canary.forAgency !== undefined && agency !== undefined && canary.forAgency !== agency) return false;
    return (ways.get(columnOf(canary)) ?? []).some((needs) => model.mayShow(asker, canary.person, [...needs, ...canary.labels], canary.controller, from, to));
  };
  const nothingIn: Judge['nothingIn'] = (where, text, said = []) => {
    counts.searched++;
    for (const canary of canaries.foundIn(unwrapped(text).join('\n'))) if (!said.includes(canary.column)) leak(where, describeCanary(canary));
  };

  return {
    leaks, tooClosed, ascribed, counts, nothingIn,
    answer({ asker, question, from, to }, body, text) {
      counts.answers++;
      if (body.errors) nothingIn('an error of an answer', JSON.stringify(body.errors));
      for (const canary of canaries.foundIn(text)) {
        counts.told++;
        counts.toldTo.add(`${asker.account} ${columnOf(canary)} ${canary.row}`);
        if (!mayTell(asker, canary, from, to)) leak(`an answer to ${asker.account} for ${asker.purpose}`, describeCanary(canary));
      }
      const before = counts.places;
      walk(question.root, body.data, undefined, []);
      if (counts.places > before) counts.telling++;
      for (const { person: id, category, state } of body.extensions?.sharing ?? []) {
        const person = people.seenBy(asker.account, id) ?? NOBODY;
        if (state === 'SHARED' || state === 'SHARED_OWN_ONLY') {
          counts.open++;
          if (!model.mayShow(asker, person, [category], undefined, from, to)) leak('the sharing of an answer', `${category} of ${person} is ${state} to ${asker.account} for ${asker.purpose}`);
        } else {
          counts.shut++;
          if (state !== 'UNAVAILABLE' && model.mustShow(asker, person, category, from, to)) keep(tooClosed, 'the sharing of an answer', `${category} of ${person} is ${state} to ${asker.account} for ${asker.purpose}`);
        }
      }

      /** Every place below a person needs what stands above it and itself. */
      function walk(selection: Selection, value: unknown, person: string | undefined, above: readonly string[]): void {
        if (Array.isArray(value)) return value.forEach((item) => walk(selection, item, person, above));
        if (typeof value !== 'object' || value === null) return;
        const whose = selection.type === 'Person' ? personAt(value as Record<string, unknown>) : person;
        for (const field of selection.fields) at(field, (value as Record<string, unknown>)[field.key], whose, selection.type === 'Person' ? [] : above);
      }
      function personAt(value: Record<string, unknown>): string {
        const person = people.seenBy(asker.account, value[WHO]) ?? NOBODY;
        if (question.kind === 'query' && !model.mayKnow(asker, person, from, to)) leak(`an answer to ${asker.account} for ${asker.purpose}`, `${person}, who is unknown to them`);
        return person;
      }
      function at({ on, field, given, below }: AskedField, value: unknown, person: string | undefined, above: readonly string[]): void {
        if (value === undefined || value === null) return;
        const needs = [...new Set([...above, ...marks.of(on, field), ...given.flatMap((argument) => marks.ofArgument(on, field, argument))])];
        if (person !== undefined && needs.length > 0) {
          counts.places++;
          if (!model.mayShow(asker, person, needs, undefined, from, to)) leak(`an answer to ${asker.account} for ${asker.purpose}`, `${on}.${field} of ${person}, which needs ${needs.join(' ')}`);
          if (typeof value === 'string' && UUID.test(value)) ascribed.push({ value: value.toLowerCase(), person });
        }
        if (below) walk(below, value, person, needs);
      }
    },
    onTheWay(room, asker, text, from, to) {
      counts.searched++;
      const found = canaries.foundIn(text);
      if (found.length > 0) counts.onTheWay++;
      for (const canary of found) {
        if (canary.room !== room) leak(`an answer of ${room}`, `another room's: ${describeCanary(canary)}`);
        else if (!mayTell(asker, canary, from, to)) leak(`an answer of ${room} for ${asker.account} and ${asker.purpose}`, describeCanary(canary));
      }
    },
  };
}
