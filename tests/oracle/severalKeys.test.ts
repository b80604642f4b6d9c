import { compareFamily } from './compare.ts';

compareFamily('severalKeys');
