package io.tidemark.ledger.closedown;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a branch that was taken in repeats of what was accepted before. A till may lose its
 * disk twice around one decision: its next branch then brings again what an earlier one brought. Or
 * a cashier who got no answer asks again on the disk that was put back.
 *
 * <p>First told the branch, then everything that was accepted in earlier epochs of its device. Not
 * safe for use by several threads.
 */
public final class RepeatsFold {
    private final Map<Object, List<Place>> branch = new HashMap<>();
    private final Set<Long> found = new HashSet<>();

    /** What one customer asked for; a command's entries are of different types. */
    private record Asked(CommandId command, long digest, int type) {}

    /**
     * @param amount of a receipt: two of different amounts are two
     */
    private record Place(long sequence, Optional<Money> amount) {}

    /** An entry of the branch, and its place in the journal that took the branch in. */
    public void branch(long sequence, EntryBytes entry) {
        branch.computeIfAbsent(identity(entry), _ -> new ArrayList<>())
                .add(new Place(sequence, amount(entry)));
    }

    /** An entry that was accepted in an earlier epoch. */
    public void earlier(EntryBytes entry) {
        List<Place> places = branch.get(identity(entry));
        if (places == null) return;
        Optional<Money> amount = amount(entry);
        for (Place place : places) if (place.amount().equals(amount)) found.add(place.sequence());
    }

    /**
     * What is left of one. Its amount is not known any more; the same command with the same body is
     * the same customer.
     */
    public void earlier(PrunedEntry left) {
        EntryHeader header = left.header();
        CommandId command = header.command();
        if (command == null) return;
        branch.getOrDefault(new Asked(command, header.commandDigest(), header.type()), List.of())
                .forEach(place -> found.add(place.sequence()));
    }

    /** Shows it a journal's branch. What is pruned was taken in before: that was asked then. */
    public EntryVisitor ofBranch() {
        return new EntryVisitor() {
            @Override
            public void entry(long sequence, Hash hash, EntryBytes entry) {
                branch(sequence, entry);
            }

            @Override
            public void pruned(PrunedEntry left) {}
        };
    }

    /** Shows it what was accepted in an earlier epoch. */
    public EntryVisitor ofEarlier() {
        return new EntryVisitor() {
            @Override
            public void entry(long sequence, Hash hash, EntryBytes entry) {
                earlier(entry);
            }

            @Override
            public void pruned(PrunedEntry left) {
                earlier(left);
            }
        };
    }

    public Repeats repeats() {
        return new Repeats(found);
    }

    /** The caller's command and its body, where there is one, else the bytes. */
    private static Object identity(EntryBytes entry) {
        try {
            EntryHeader header = EntryCodec.header(entry);
            CommandId command = header.command();
            return command == null
                    ? entry
                    : new Asked(command, header.commandDigest(), header.type());
        } catch (Malformed unreadable) {
            return entry;
        }
    }

    private static Optional<Money> amount(EntryBytes entry) {
        try {
            return EntryCodec.decode(entry).event() instanceof RetailTransaction transaction
                    ? Optional.of(transaction.total())
                    : Optional.empty();
        } catch (Malformed unreadable) {
            return Optional.empty();
        }
    }
}
