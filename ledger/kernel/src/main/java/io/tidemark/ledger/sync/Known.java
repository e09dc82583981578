package io.tidemark.ledger.sync;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Verifier;
import java.util.function.LongFunction;

/**
 * What a receiver knows of a journal when a message about it comes in.
 *
 * @param peer who the connection's certificate says the sender is
 * @param journal the journal, and the epoch, that this receiver takes from that peer
 * @param head where it ends here, appended but not yet forced entries included
 * @param hashAt its hash at a sequence from 0 to {@code head}
 * @param origin the peer's signing key
 * @param quarantined a fork was found and nobody has decided yet
 */
public record Known(
        NodeName peer,
        JournalId journal,
        Head head,
        LongFunction<Hash> hashAt,
        Verifier origin,
        boolean quarantined) {}
