import { compareFamily } from './compare.ts';

compareFamily('keys');
