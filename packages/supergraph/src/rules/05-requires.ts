import { has } from '../directive.ts';
import { everyField } from '../reading.ts';
import { breach } from '../refusal.ts';
import { rule } from '../rule.ts';

/**
 * A field that requires others takes no arguments: Apollo's executors answer such fields with silently wrong data when
 * they are asked twice with different arguments, and wrong data about a person is harm.
 */
export const requires = rule(
  'requires',
  'No @requires on a field with arguments.',
  (graph) => graph.readings.flatMap((reading) => everyField(reading)
    .filter(({ field }) => has(field, 'requires') && (field.arguments ?? []).length > 0)
    .map(({ coordinate }) => breach(reading.name, coordinate, 'It has arguments and @requires.', 'Drop one of the two: two fields can do what one field with an argument does.'))),
);
