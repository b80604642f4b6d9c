import { describe, expect, test } from '@jest/globals';
import { HouseError } from '@thegither/vocabulary';
import { NOTHING, maskOf } from '@thegither/consent';
import { publish } from './publish.ts';
import { readPublished } from './published.ts';
import { HOUSE, houseWith, person, subgraph } from './rules/examples.ts';

describe('publish', () => {
  test('the halves have the address of their subgraph', () => {
    const { halves } = publish(HOUSE);
    expect([...halves.keys()]).toEqual(['consent', 'consent__guarded', 'housing__guarded', 'justice__guarded', 'referrals', 'referrals__guarded']);
    expect(halves.get('consent')).toEqual({ subgraph: 'consent', guarded: false, url: 'http://consent.example/graphql' });
    expect(halves.get('housing__guarded')).toEqual({ subgraph: 'housing', guarded: true, url: 'http://housing.example/graphql' });
  });

  test('needs are read from the supergraph', () => {
    const { needs } = publish(HOUSE);
    expect(needs('Order', 'treatment')).toBe(maskOf('MENTAL_HEALTH_AND_RECOVERY'));
    expect(needs('Service', 'name')).toBe(NOTHING);
  });

  test('what was published can be read again from its text, with the subgraphs elsewhere', () => {
    const first = publish(HOUSE);
    const again = readPublished(first.supergraphSdl, (subgraph) => `http://127.0.0.1/${subgraph}`);
    expect([...again.halves.keys()]).toEqual([...first.halves.keys()]);
    expect(again.halves.get('referrals__guarded')).toEqual({ subgraph: 'referrals', guarded: true, url: 'http://127.0.0.1/referrals' });
    expect(again.needs('Order', 'treatment')).toBe(maskOf('MENTAL_HEALTH_AND_RECOVERY'));
    expect(again.needs('Order', 'unheard')).toBe(first.needs('Order', 'unheard'));
  });

  test('the same sources give the same supergraph, letter for letter, in whatever order', () => {
    expect(publish(HOUSE.toReversed()).supergraphSdl).toBe(publish(HOUSE).supergraphSdl);
  });

  test('a broken rule stops publication, and the error lists every refusal', () => {
    const broken = houseWith(subgraph('housing', person('street: String rooms: Int! @personal(category: "WHERE_I_LIVE")')));
    expect(() => publish(broken)).toThrow(HouseError);
    expect(() => publish(broken)).toThrow(expect.objectContaining({ code: 'CONFIGURATION', message: expect.stringMatching(/\[mapped\] housing Person\.street: [\s\S]*\[nulls\] housing Person\.rooms: /) }));
  });
});
