import { CANDIDATE_NUMBER, CHI, isNationalInsuranceNumber } from '@thegither/synthetic';

/** A kind of identifier that could be somebody's: how it is found in a text, and when what was found could be real. */
export interface RealLooking {
  readonly kind: string;
  /** What the rule stands on. */
  readonly because: string;
  readonly form: RegExp;
  /** Could this be somebody's? */
  readonly isSomebodys: (found: string) => boolean;
}

const digits = (text: string): string => text.replaceAll(/\D/g, '');
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** DDMMYY of a day that there was or will be in some century. */
function isDay(text: string): boolean {
  const [day, month, year] = [0, 2, 4].map((from) => Number(text.slice(from, from + 2))) as [number, number, number];
  return day >= 1 && day <= (DAYS[month - 1] ?? 0) && (month !== 2 || day !== 29 || year % 4 === 0);
}

// Ofcom keeps these for drama: no subscriber has one. The first digits of their ranges, as they are dialled within the country.
const DRAMA = [
  /^01632960\d{3}$/, /^07700900\d{3}$/, /^08081570\d{3}$/, /^0909879\d{4}$/, /^03069990\d{3}$/, /^01134960\d{3}$/, /^01144960\d{3}$/, /^01154960\d{3}$/, /^01164960\d{3}$/, /^01174960\d{3}$/,
  /^01184960\d{3}$/, /^01214960\d{3}$/, /^01314960\d{3}$/, /^01414960\d{3}$/, /^01514960\d{3}$/, /^01614960\d{3}$/, /^02079460\d{3}$/, /^01914980\d{3}$/, /^02896496\d{3}$/, /^02920180\d{3}$/,
];
// RFC 2606 and RFC 6761: names that nobody can register.
const RESERVED = /(^|\.)(example|invalid|test|localhost|example\.(com|net|org))$/i;
// The areas that there are. Services of made-up directories stand in real towns: their unit is XX, which says so to a reader and is no proof; no person has a postcode here.
const AREAS = /^(AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE)\d/;

/** Everything that is looked for. */
export const REAL_LOOKING: readonly RealLooking[] = [
  {
    kind: 'National Insurance number', because: 'HMRC, National Insurance Manual NIM39110: prefixes that are given out',
    form: /(?<![A-Za-z0-9])[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![A-Za-z0-9])/g, isSomebodys: (found) => isNationalInsuranceNumber(found.replaceAll(' ', '')),
  },
  {
    kind: 'CHI number', because: 'NHS data dictionary: a day of birth, and a right check digit modulo eleven; one stem in eleven has none',
    form: /(?<![\d.A-Za-z_-])\d{6}[ -]?\d{4}(?![\d.A-Za-z_-])/g, isSomebodys: (found) => isDay(digits(found)) && CHI.isWhole(digits(found)),
  },
  {
    kind: 'Candidate Number', because: 'HESA, Scottish Candidate Number: a right check digit modulo eleven; looked for where a number is called so',
    form: /(?<=candidate\W{0,3}number\W{1,6})\d{9}(?!\d)/gi, isSomebodys: (found) => CANDIDATE_NUMBER.isWhole(found),
  },
  {
    kind: 'telephone number', because: 'Ofcom, telephone numbers for use in TV and radio drama programmes',
    form: /(?<![\d.A-Za-z_/+-])(?:\+44 ?(?:\(0\) ?)?|0)\d(?:[ -]?\d){9}(?![\d.A-Za-z_-])/g,
    isSomebodys: (found) => {
      const national = digits(found).replace(/^440?/, '0');
      return /^0[123789]\d{9}$/.test(national) && !DRAMA.some((range) => range.test(national)) ;
    },
  },
  {
    kind: 'e-mail address', because: 'RFC 2606 and RFC 6761: reserved names',
    form: /(?<![\w.+/:-])[a-z0-9][\w.+-]*@[a-z0-9][a-z0-9.-]*\.[a-z]{2,}(?![\w-])/gi, isSomebodys: (found) => !RESERVED.test(found.slice(found.indexOf('@') + 1)),
  },
  {
    kind: 'postcode', because: 'Royal Mail, postcode areas; the inward code has none of C, I, K, M, O, V; the unit XX is this house\'s own sign',
    form: /(?<![A-Za-z0-9])[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}(?![A-Za-z0-9])/g, isSomebodys: (found) => AREAS.test(found) && !found.endsWith('XX'),
  },
];
