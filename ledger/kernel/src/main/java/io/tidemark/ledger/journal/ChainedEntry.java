package io.tidemark.ledger.journal;

import io.tidemark.ledger.Head;

/** An entry's frame, and where the chain stood before and after it. */
record ChainedEntry(Frame.Entry frame, Head before, Head after) {}
