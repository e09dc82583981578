package io.tidemark.fog.receipts;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryPruned;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalDamaged;
import io.tidemark.ledger.journal.Slice;
import io.tidemark.ledger.proof.ReceiptGist;
import io.tidemark.ledger.proof.ReceiptProof;
import io.tidemark.ledger.proof.ReceiptQuestion;
import io.tidemark.ledger.proof.ReceiptReply;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers out of the devices' journals. */
public final class ReceiptLookup {
    private final Function<JournalId, Optional<Journal>> journals;

    /**
     * @param journals those received here, of every epoch
     */
    public ReceiptLookup(Function<JournalId, Optional<Journal>> journals) {
        this.journals = journals;
    }

    ReceiptReply answer(ReceiptQuestion question) {
        Optional<Journal> journal = journals.apply(question.journal());
        if (journal.isEmpty())
            return notHere(question, "this gateway has no journal " + question.journal().label());
        try {
            return switch (question) {
                case ReceiptQuestion.OfDay asked -> list(asked, journal.get());
                case ReceiptQuestion.One asked -> one(asked, journal.get());
            };
        } catch (EntryPruned pruned) {
            return new ReceiptReply.NotHere(
                    question.id(), true, String.valueOf(pruned.getMessage()));
        } catch (JournalDamaged | UncheckedIOException unreadable) {
            return notHere(
                    question, "it cannot be read on this gateway: " + unreadable.getMessage());
        }
    }

    private static ReceiptReply one(ReceiptQuestion.One asked, Journal journal) {
        if (asked.sequence() > journal.forced().sequence())
            return notHere(
                    asked,
                    "this gateway has " + journal.forced().sequence() + " entries of that journal");
        Hash previous = journal.hashAt(asked.sequence() - 1);
        Slice slice = journal.read(asked.sequence(), 1);
        if (slice.entries().stream().mapToLong(EntryBytes::size).sum() > Limits.BATCH_BYTES_MAX)
            return notHere(asked, "its proof is too large to be sent");
        return new ReceiptReply.Found(asked.id(), ReceiptProof.of(previous, slice.toBatch()));
    }

    private static ReceiptReply list(ReceiptQuestion.OfDay asked, Journal journal) {
        if (asked.last() > journal.forced().sequence())
            return notHere(
                    asked,
                    "this gateway has " + journal.forced().sequence() + " entries of that journal");
        Listing listing = new Listing(asked.day());
        journal.replay(asked.first(), asked.last(), listing);
        if (listing.receipts.size() > ReceiptReply.RECEIPTS_MAX)
            return notHere(
                    asked,
                    "that day has more than "
                            + ReceiptReply.RECEIPTS_MAX
                            + " receipts: ask for one by its entry");
        return new ReceiptReply.Listed(asked.id(), listing.receipts);
    }

    private static ReceiptReply notHere(ReceiptQuestion question, String why) {
        return new ReceiptReply.NotHere(question.id(), false, why);
    }

    /** The receipts of a day, one beyond the limit at most. */
    private static final class Listing implements EntryVisitor {
        private final LocalDate day;
        private final List<ReceiptGist> receipts = new ArrayList<>();

        Listing(LocalDate day) {
            this.day = day;
        }

        @Override
        public void entry(long sequence, Hash hash, EntryBytes bytes) {
            if (receipts.size() > ReceiptReply.RECEIPTS_MAX) return;
            try {
                if (!EntryCodec.header(bytes).businessDay().equals(day)) return;
                Entry entry = EntryCodec.decode(bytes);
                if (entry.event() instanceof RetailTransaction transaction)
                    receipts.add(ReceiptGist.of(sequence, entry.header(), transaction));
            } catch (Malformed keptUnposted) {
                // A close-down passes it over, too, and lists it as a problem of its day.
            }
        }
    }
}
