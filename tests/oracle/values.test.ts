import { compareFamily } from './compare.ts';

compareFamily('values');
