/** Known-as names with pronouns, as somebody might give them. */
export const FIRST_NAMES = [
  ['Ailsa', 'she'], ['Blair', 'they'], ['Cameron', 'he'], ['Deirdre', 'she'], ['Euan', 'he'], ['Farah', 'she'], ['Gregor', 'he'], ['Heather', 'she'],
  ['Iona', 'she'], ['Jamal', 'he'], ['Kenzie', 'they'], ['Lewis', 'he'], ['Malini', 'she'], ['Neil', 'he'], ['Oksana', 'she'], ['Piotr', 'he'],
  ['Rhona', 'she'], ['Sandy', 'they'], ['Teresa', 'she'], ['Usman', 'he'], ['Wanda', 'she'], ['Yusuf', 'he'], ['Agnes', 'she'], ['Brodie', 'he'],
  ['Catherine', 'she'], ['Dougal', 'he'], ['Effie', 'she'], ['Finlay', 'he'], ['Grace', 'she'], ['Hassan', 'he'], ['Innes', 'they'], ['Jessie', 'she'],
  ['Kieran', 'he'], ['Lorna', 'she'], ['Murdo', 'he'], ['Nadia', 'she'], ['Olive', 'she'], ['Ross', 'he'], ['Senga', 'she'], ['Tadeusz', 'he'],
] as const;

/** Names between the two. */
export const MIDDLE_NAMES = ['Alexander', 'Anne', 'Bruce', 'Elspeth', 'Grant', 'Isobel', 'James', 'Jean', 'Mary', 'Muir', 'Robert', 'Rose'] as const;

/** Family names. */
export const FAMILY_NAMES = [
  'Adamczyk', 'Begum', 'Cairns', 'Dunbar', 'Erskine', 'Forsyth', 'Galbraith', 'Hussain', 'Innes', 'Jardine', 'Kerr', 'Lockhart', 'Munro', 'Nairn',
  'Ogilvie', 'Paterson', 'Rennie', 'Sinclair', 'Tulloch', 'Urquhart', 'Weir', 'Yule', 'Abercrombie', 'Baxter', 'Chalmers', 'Drummond', 'Farquhar',
  'Gillespie', 'Heron', 'Kozlowska', 'Laidlaw', 'Moncrieff', 'Nisbet', 'Petrenko', 'Ramsay', 'Shaheen', 'Traill', 'Wemyss',
] as const;

/** Areas of Fife. */
export const AREAS = [
  'Kirkcaldy', 'Glenrothes', 'Dunfermline', 'Leven', 'Cowdenbeath', 'Methil', 'Cupar', 'Burntisland', 'Lochgelly', 'Anstruther', 'Rosyth', 'Buckhaven', 'Kelty', 'Tayport',
] as const;
