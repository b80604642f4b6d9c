import type { CheckedLocation } from './checked.ts';
import type { Known } from './known.ts';
import type { Reader, Said } from './reader.ts';

/** Where a service works: councils by their current codes; all of them when it is national. */
export interface Served {
  readonly national: boolean;
  readonly councils: readonly string[];
}

/** The code at the end of an address such as http://statistics.gov.scot/id/statistical-geography/S12000047. */
const lastOf = (uri: unknown): unknown => (typeof uri === 'string' ? uri.split('/').at(-1) : undefined);

const NATIONAL = /^(all (of|over) )?scotland$|^s92000003$|^national(ly)?$/i;

/**
 * The areas that a service serves. An area says itself as a code, an address that ends in one, or a name; a code from
 * before a boundary changed means the council of today. Without a readable area, the councils that it is in.
 */
export function checkAreas(service: Said, locations: readonly CheckedLocation[], known: Known, reader: Reader): Served {
  const areas = reader.objects(service['service_areas'], 'service_areas');
  const councils = new Set<string>();
  for (const { item, at } of areas) {
    const names = [item['extent'], lastOf(item['uri']), item['service_area'], item['name']].filter((name) => typeof name === 'string');
    if (names.some((name) => NATIONAL.test(name.trim()))) return { national: true, councils: known.councils };
    const council = names.map((name) => known.councilOf(name)).find((code) => code !== undefined);
    if (council === undefined) reader.leftOut(at, 'It names no council of Scotland, so the service is not found by it.');
    else councils.add(council);
  }
  if (areas.length === 0) for (const { councilCode } of locations) if (councilCode !== null) councils.add(councilCode);
  if (councils.size === 0 && areas.length === 0) reader.leftOut('service_areas', 'It serves no area that can be read, so it is not found by a place.');
  return { national: false, councils: [...councils].toSorted() };
}

const KINDS = { physical: 'PHYSICAL', postal: 'POSTAL', virtual: 'VIRTUAL' } as const;

/** Where a service is offered. */
export function checkLocations(service: Said, known: Known, reader: Reader): CheckedLocation[] {
  return reader.objects(service['service_at_locations'], 'service_at_locations').flatMap(({ item, at }) => {
    const location = reader.object(item['location'], `${at}.location`);
    return location ? [checkLocation(location, `${at}.location`, known, reader)] : [];
  });
}

function checkLocation(location: Said, at: string, known: Known, reader: Reader): CheckedLocation {
  const said = reader.line(location['location_type'], `${at}.location_type`);
  const kind = said !== null && Object.hasOwn(KINDS, said) ? KINDS[said as keyof typeof KINDS] : undefined;
  if (kind === undefined) reader.leftOut(`${at}.location_type`, 'It is not one of physical, postal and virtual; it counts as physical.');
  const [address] = reader.objects(location['addresses'], `${at}.addresses`);
  const [access] = reader.objects(location['accessibility'], `${at}.accessibility`);
  const line = (name: string): string | null => (address ? reader.line(address.item[name], `${address.at}.${name}`) : null);
  return {
    kind: kind ?? 'PHYSICAL', name: reader.line(location['name'], `${at}.name`), address: line('address_1'), town: line('city'), postcode: line('postal_code'),
    councilCode: [line('state_province'), line('region'), line('city')].map((name) => (name === null ? undefined : known.councilOf(name))).find((code) => code !== undefined) ?? null,
    ...coordinates(location, at, reader), uprn: uprn(location, at, reader),
    access: access ? reader.text(access.item['description'] ?? access.item['accessibility'], `${access.at}.description`) : null,
  };
}

/** The corners of the United Kingdom, in degrees. */
const SOUTH = 49, NORTH = 61, WEST = -9, EAST = 2;
const MILLION = 1_000_000;

function coordinates(location: Said, at: string, reader: Reader): Pick<CheckedLocation, 'latitude' | 'longitude'> {
  const latitude = reader.number(location['latitude'], `${at}.latitude`, SOUTH, NORTH), longitude = reader.number(location['longitude'], `${at}.longitude`, WEST, EAST);
  // Half a place is somewhere else.
  if (latitude === null || longitude === null) return { latitude: null, longitude: null };
  return { latitude: Math.round(latitude * MILLION), longitude: Math.round(longitude * MILLION) };
}

function uprn(location: Said, at: string, reader: Reader): string | null {
  const kind = reader.line(location['external_identifier_type'], `${at}.external_identifier_type`);
  if (kind?.toUpperCase() !== 'UPRN') return null;
  const number = reader.line(location['external_identifier'], `${at}.external_identifier`);
  if (number === null || /^\d{1,12}$/.test(number)) return number;
  reader.leftOut(`${at}.external_identifier`, 'A UPRN has up to twelve digits; it was left out.');
  return null;
}
