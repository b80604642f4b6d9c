import { compareFamily } from './compare.ts';

compareFamily('requires');
