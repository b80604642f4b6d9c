/** Known-as names with pronouns, as somebody might give them. */
export const FIRST_NAMES = [
  ['Ailsa', 'she'], ['Blair', 'they'], ['Cameron', 'he'], ['Deirdre', 'she'], ['Euan', 'he'], ['Farah', 'she'], ['Gregor', 'he'], ['Heather', 'she'],
  ['Iona', 'she'], ['Jamal', 'he'], ['Kenzie', 'they'], ['Lewis', 'he'], ['Malini', 'she'], ['Neil', 'he'], ['Oksana', 'she'], ['Piotr', 'he'],
  ['Rhona', 'she'], ['Sandy', 'they'], ['Teresa', 'she'], ['Usman', 'he'], ['Wanda', 'she'], ['Yusuf', 'he'],
] as const;

/** Family names. */
export const FAMILY_NAMES = [
  'Adamczyk', 'Begum', 'Cairns', 'Dunbar', 'Erskine', 'Forsyth', 'Galbraith', 'Hussain', 'Innes', 'Jardine', 'Kerr', 'Lockhart', 'Munro', 'Nairn',
  'Ogilvie', 'Paterson', 'Rennie', 'Sinclair', 'Tulloch', 'Urquhart', 'Weir', 'Yule',
] as const;

/** Areas of Fife. */
export const AREAS = ['Kirkcaldy', 'Glenrothes', 'Dunfermline', 'Leven', 'Cowdenbeath', 'Methil', 'Cupar', 'Burntisland'] as const;
