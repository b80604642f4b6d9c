import { termCode } from '../termCode.ts';
import { ALWAYS, UNKNOWN, writeTells } from '../tells.ts';
import type { CheckedService, CheckedTerm } from './checked.ts';
import type { Known } from './known.ts';
import type { Reader, Said } from './reader.ts';

/**
 * The words of taxonomies by which a service describes itself: as they are, as the codes that it is found by, and what
 * being referred there tells. A word that is not on our list tells nobody knows what, and so does a service without a
 * word: referrals there are withheld from everybody until somebody has put the word on the list. Its place in the
 * directory is open all the same.
 */
export function checkTerms(service: Said, known: Known, reader: Reader): Pick<CheckedService, 'terms' | 'needs' | 'specialisms' | 'tells'> {
  const terms: CheckedTerm[] = [], needs = new Set<string>(), specialisms = new Set<string>(), tells = new Set<string>([ALWAYS]);
  for (const { item, at } of reader.objects(service['attributes'], 'attributes')) {
    const term = reader.object(item['taxonomy_term'], `${at}.taxonomy_term`);
    const name = term && (reader.line(term['name'], `${at}.taxonomy_term.name`) ?? reader.line(term['term'], `${at}.taxonomy_term.term`));
    if (!term || name === null || termCode(name) === '') {
      reader.leftOut(at, 'It has no word that can be read, and was left out.');
      tells.add(UNKNOWN);
      continue;
    }
    const taxonomy = reader.line(term['taxonomy'], `${at}.taxonomy_term.taxonomy`), found = known.termOf(name);
    const use = found?.use ?? (/speciali/i.test(`${reader.line(item['link_type'], `${at}.link_type`) ?? ''} ${taxonomy ?? ''}`) ? 'SPECIALISM' : 'NEED');
    if (!found) reader.leftOut(`${at}.taxonomy_term`, 'It is not on our list of terms: referrals there are withheld from everybody until it is.');
    tells.add(found?.tells ?? UNKNOWN);
    (use === 'NEED' ? needs : specialisms).add(found?.code ?? termCode(name));
    terms.push({ use, name, taxonomy, uri: reader.link(term['term_uri'], `${at}.taxonomy_term.term_uri`) });
  }
  if (terms.length === 0) {
    reader.leftOut('attributes', 'It says of no need that it answers it: referrals there are withheld from everybody until it does.');
    tells.add(UNKNOWN);
  }
  return { terms, needs: [...needs].toSorted(), specialisms: [...specialisms].toSorted(), tells: writeTells(tells) };
}
