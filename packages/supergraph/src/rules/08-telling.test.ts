import { describe, expect, test } from '@jest/globals';
import { check } from '../check.ts';
import { telling } from './08-telling.ts';
import { consentWith, houseWith, person, refusedBy, subgraph } from './examples.ts';

const OWN = '@notPersonal(because: "the asker\'s own words")';
const justice = (args: string, more = '') => subgraph('justice', `${person(`orders(${args}): [Order!] @personal(category: "CONVICTIONS")`)} type Order { hoursLeft: Int treatment: Treatment @personal(category: "MENTAL_HEALTH_AND_RECOVERY") } enum Treatment { DRUG ALCOHOL } ${more}`);
const caseload = (args: string, more = '') => consentWith('caseload(', `caseload(${args} `, more);

describe('telling', () => {
  test.each([
    ['paging', justice(`first: Int ${OWN} after: String ${OWN}`)],
    ['an argument that carries what it tells', justice('treatment: Treatment @personal(category: "MENTAL_HEALTH_AND_RECOVERY")')],
    ['a filter with a category', justice('filterByHours: Int @personal(category: "CONVICTIONS")')],
    ['a choice by a field that needs no more than the list', justice(`hoursLeft: Int ${OWN}`)],
    ['a check that says only what its field says', justice(`shift: Int ${OWN}`)],
    ['a door that chooses by something it names', caseload('area: String @personal(category: "WHERE_I_LIVE")')],
  ])('accepts %s', (_, changed) => {
    expect(check(houseWith(changed))).toEqual([]);
  });

  test.each([
    ['an argument that is called like a stricter field', justice(`treatment: String ${OWN}`), ['justice Person.orders(treatment:)']],
    ['an argument of the same enum under another name', justice(`kind: Treatment ${OWN}`), ['justice Person.orders(kind:)']],
    ['an order by a stricter field, named in an enum', justice(`by: By ${OWN}`, 'enum By { HOURS_LEFT TREATMENT }'), ['justice Person.orders(by:)']],
    ['a stricter field inside an input', justice(`that: That ${OWN}`, `input That { treatment: String ${OWN} }`), ['justice That.treatment']],
    ['a category that is not the one it tells', justice('treatment: Treatment @personal(category: "CONVICTIONS")'), ['justice Person.orders(treatment:)']],
    ['a filter without a category', justice(`filterByHours: Int ${OWN}`), ['justice Person.orders(filterByHours:)']],
    ['a sort without a category', justice(`sortBy: String ${OWN}`), ['justice Person.orders(sortBy:)']],
    ['a search without a category', justice(`search: String ${OWN}`), ['justice Person.orders(search:)']],
    ['a filter in an input', justice(`with: With ${OWN}`, `input With { where: String ${OWN} }`), ['justice With.where']],
    ['a door that chooses people without saying by what', caseload('area: String'), ['consent Query.caseload(area:)']],
    ['a door that searches', caseload(`search: String ${OWN}`), ['consent Query.caseload(search:)']],
    ['a door that chooses by an input', caseload(`by: By ${OWN}`, 'input By { area: String }'), ['consent By.area']],
  ])('refuses %s', (_, changed, where) => {
    expect(refusedBy(telling, changed)).toEqual(where);
  });
});
