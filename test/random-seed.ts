import fc from 'fast-check';

// The same random cases on every machine, so that no change is refused by chance; FC_SEED=$RANDOM looks further.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 2) });
