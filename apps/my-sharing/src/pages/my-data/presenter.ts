import { agencyNamed, dayOf, momentOf } from '@thegither/pages';
import { parseRole, REGISTER } from '@thegither/vocabulary';
import { pageWords, topicsOf, words, type PageLanguage, type PageWords } from '@thegither/words';
import type { MyDataQuery } from '../../generated/operations.ts';
import { codeWords, myDataShape } from '../../generated/myDataShape.ts';
import type { ShapeField } from './shape.ts';

/** One thing that is held: what it is called, and a text, texts, or things of its own. */
export interface Told {
  readonly label: string;
  readonly texts: readonly string[];
  /** Each with its own lines. */
  readonly parts: readonly (readonly Told[])[];
}

/** What is held about one topic. */
export interface HeldTopic {
  readonly name: string;
  /** Did the service that holds it answer? */
  readonly isThere: boolean;
  readonly told: readonly Told[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isScalar = (value: unknown): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value);
const POUNDS = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** The page's own words, and what agencies are called. */
interface Telling {
  readonly say: PageWords['mySharing']['myData'];
  readonly agencyOf: (id: string) => string;
}

/** A value as its field says it is to be read. A code without words keeps its name, so that it is seen and never taken for another. */
function textOf(value: string | number | boolean, field: ShapeField, { say, agencyOf }: Telling): string {
  const text = String(value);
  switch (field.kind) {
    case 'DAY': return dayOf(text);
    case 'MOMENT': return momentOf(text);
    case 'YES_NO': return value === true ? say.yes : say.no;
    case 'PENCE': return POUNDS.format(Number(value) / 100);
    case 'TOPICS': return topicsOf([text])[0]?.plain ?? text;
    case 'ROLE': { const role = parseRole(text); return role ? words('en').roles[role] : text; }
    case 'AGENCY': return agencyOf(text);
    case 'CODE': return field.codes === 'Purpose' ? purposeOf(text) : codeWords[field.codes]?.[text] ?? text;
    default: return text;
  }
}

const purposeOf = (code: string): string => Object.entries(words('en').purposes).find(([name]) => name === code)?.[1].plain ?? code;

/** What there is of some fields; of nothing, nothing is said. */
function tellAll(value: unknown, fields: readonly ShapeField[], telling: Telling): Told[] {
  return isObject(value) ? fields.flatMap((field) => tell(value[field.name], field, telling)) : [];
}

function tell(value: unknown, field: ShapeField, telling: Telling): Told[] {
  const all = (Array.isArray(value) ? value : [value]).filter((one) => one !== null && one !== undefined);
  const texts = all.filter(isScalar).map((one) => textOf(one, field, telling));
  const parts = field.kind === 'GROUP' ? all.map((one) => tellAll(one, field.fields, telling)).filter((lines) => lines.length > 0) : [];
  return texts.length + parts.length === 0 ? [] : [{ label: field.label, texts, parts }];
}

/** Everything that came back, topic by topic in the order of the register. `silent`: categories whose service did not answer. */
export function presentMyData({ me, agencies }: { readonly me: unknown } & Pick<MyDataQuery, 'agencies'>, silent: readonly string[], language: PageLanguage): HeldTopic[] {
  const telling: Telling = { say: pageWords(language).mySharing.myData, agencyOf: agencyNamed(agencies) };
  const shown = REGISTER.map(({ name }) => name).filter((name) => myDataShape.some(({ category }) => category === name));
  return topicsOf(shown).map(({ category, plain }) => ({
    name: plain, isThere: !silent.includes(category),
    told: tellAll(me, myDataShape.filter((one) => one.category === category).map(({ field }) => field), telling),
  }));
}
