import { describe, expect, test } from '@jest/globals';
import { check } from '../check.ts';
import { objects } from './03-objects.ts';
import { houseWith, person, refusedBy, subgraph } from './examples.ts';

const orders = (types: string) => subgraph('justice', person('orders: [Order!] @personal(category: "CONVICTIONS")') + types);

describe('objects', () => {
  test.each([
    ['a union of personal types, each with its own category', orders('union Order = Payback | Fine type Payback { treatment: String @personal(category: "MENTAL_HEALTH_AND_RECOVERY") } type Fine { paid: Boolean }')],
    ['an interface over open data', orders('type Order { court: Court } interface Court { name: String } type Sheriff implements Court @notPersonal(because: "open data") { name: String }')],
  ])('accepts %s', (_, changed) => {
    expect(check(houseWith(changed))).toEqual([]);
  });

  test.each([
    ['CVE-2025-64173: an interface through which a field with a category would be asked without it', orders('interface Order { note: String } type Payback implements Order { note: String @personal(category: "MENTAL_HEALTH_AND_RECOVERY") } type Fine implements Order { note: String }'), ['justice Order']],
    ['CVE-2025-64173: an interface over a type with a category', orders('type Order { court: Court } interface Court { name: String } type Sheriff implements Court @personal(category: "RISK_AND_SAFETY") { name: String }'), ['justice Court']],
    ['CVE-2025-64530: a category on the interface and not on the objects behind it', orders('interface Order { note: String @personal(category: "CONVICTIONS") } type Payback implements Order { note: String }'), ['justice Order.note', 'justice Order']],
    ['CVE-2025-64530: a reason on an interface, which its objects would not have', orders('type Order { court: Court } interface Court { name: String @notPersonal(because: "open data") } type Sheriff implements Court @notPersonal(because: "open data") { name: String }'), ['justice Court.name']],
    ['an interface over Person', subgraph('housing', 'interface Somebody { id: ID! } type Person implements Somebody @key(fields: "id") { id: ID! area: String @personal(category: "WHERE_I_LIVE") }'), ['housing Somebody']],
    ['an interface over types below a personal field', orders('interface Order { hoursLeft: Int } type Payback implements Order { hoursLeft: Int }'), ['justice Order']],
    ['an interface that another interface implements', orders('interface Any { hoursLeft: Int } interface Order implements Any { hoursLeft: Int } type Payback implements Order & Any { hoursLeft: Int }'), ['justice Any', 'justice Order']],
  ])('refuses %s', (_, changed, where) => {
    expect(refusedBy(objects, changed).toSorted()).toEqual(where.toSorted());
  });

  test('refuses an interface whose personal object another subgraph has marked', () => {
    const open = subgraph('weather', 'type Query { hits: [Hit!]! } interface Hit { name: String @shareable } type Order implements Hit @shareable { name: String }');
    const marked = subgraph('justice', `${person('orders: [Order!] @personal(category: "CONVICTIONS")')} type Order @shareable { name: String }`);
    expect(refusedBy(objects, open, marked)).toContain('weather Hit');
  });
});
