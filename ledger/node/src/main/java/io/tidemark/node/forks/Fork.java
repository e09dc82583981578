package io.tidemark.node.forks;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.money.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Two histories of one journal, side by side.
 *
 * @param shared the last entry both are known to have
 * @param accepted where the branch that was taken ends
 * @param told where the other one ends, as far as its device said
 * @param prunedUpTo the last entry of which the branch that was taken has no contents here any
 *     more; {@code shared} where it has all
 * @param rows by sequence, from the entry after {@code shared}
 * @param here what stands on the branch that was taken and not on the other
 * @param there what stands on the other and not on the one that was taken
 * @param both what stands on both, under whatever number; it is counted once
 */
public record Fork(
        JournalId journal,
        Head shared,
        Head accepted,
        Head told,
        long prunedUpTo,
        List<Row> rows,
        Sum here,
        Sum there,
        Sum both) {
    public Fork {
        rows = List.copyOf(rows);
    }

    /** What stands at one sequence of each branch. */
    public record Row(long sequence, Optional<Item> here, Optional<Item> there) {}

    /**
     * An entry, for a person.
     *
     * @param amount of a receipt or a close-down
     * @param onBoth whether the other branch has it too, at whatever sequence
     */
    public record Item(
            String hash,
            String kind,
            long receipt,
            Optional<LocalDate> day,
            Optional<OffsetDateTime> at,
            String operator,
            Optional<Money> amount,
            boolean onBoth) {}

    /** Receipts, and what they come to where they are of one currency. */
    public record Sum(long receipts, Optional<Money> amount) {}

    public static Fork of(Evidence evidence) {
        List<Read> here = read(evidence.whole(), evidence.here());
        List<Read> there = read(evidence.shared(), evidence.there());
        Set<Object> both = new HashSet<>(there.stream().map(Read::identity).toList());
        both.retainAll(here.stream().map(Read::identity).toList());
        return new Fork(
                evidence.journal(),
                evidence.shared(),
                evidence.accepted(),
                evidence.told(),
                evidence.whole().sequence(),
                rows(here, there, both),
                sum(here.stream().filter(each -> !both.contains(each.identity()))),
                sum(there.stream().filter(each -> !both.contains(each.identity()))),
                sum(here.stream().filter(each -> both.contains(each.identity()))));
    }

    /** Under which the fork is asked for: the journal's label. */
    public String id() {
        return journal.label();
    }

    /** The first sequence at which the branches differ. */
    public long at() {
        return shared.sequence() + 1;
    }

    /**
     * Whether it is shown where the branches part. Before, nothing can be decided: a device that
     * only greeted may part from what was taken earlier than it looks.
     */
    public boolean isLocated() {
        return told.equals(shared) || rows.stream().anyMatch(row -> row.there().isPresent());
    }

    /** Whether the branch that was taken differs in entries whose contents are pruned here. */
    public boolean isPruned() {
        return prunedUpTo > shared.sequence();
    }

    /** Whether entries of either branch are beyond what is shown. */
    public boolean isShortened() {
        long shown = rows.isEmpty() ? prunedUpTo : rows.getLast().sequence();
        return accepted.sequence() > shown || told.sequence() > shown;
    }

    /** Whether the device said that it has more of its branch than has come. */
    public boolean isPartlyKnown() {
        long known = rows.stream().filter(row -> row.there().isPresent()).count();
        return told.sequence() - shared.sequence() > known;
    }

    /** An entry of a branch, read where it can be read. */
    private record Read(Head head, EntryBytes bytes, Optional<Entry> entry) {
        /** The caller's command and what it came to, where there is one, else the bytes. */
        Object identity() {
            CommandId command = entry.map(each -> each.header().command()).orElse(null);
            return command == null ? bytes : new Asked(command, amount());
        }

        private record Asked(CommandId command, Optional<Money> amount) {}

        Optional<Money> amount() {
            return entry.map(Entry::event).flatMap(Read::amount);
        }

        private static Optional<Money> amount(Event event) {
            if (event instanceof RetailTransaction sold) return Optional.of(sold.total());
            if (event instanceof StoreDayClosed closed) return Optional.of(closed.totals().gross());
            return Optional.empty();
        }

        boolean isReceipt() {
            return entry.filter(each -> each.event() instanceof RetailTransaction).isPresent();
        }

        Item item(Set<Object> both) {
            return new Item(
                    head.hash().short6(),
                    kind(),
                    entry.map(each -> each.header().receipt()).orElse(0L),
                    entry.map(each -> each.header().businessDay()),
                    entry.map(each -> each.header().at()),
                    entry.map(each -> each.header().operator()).orElse(""),
                    amount(),
                    both.contains(identity()));
        }

        private String kind() {
            return entry.flatMap(each -> EventType.of(each.event()))
                    .map(type -> type.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .orElse("not readable here");
        }
    }

    private static List<Read> read(Head shared, List<EntryBytes> entries) {
        List<Read> read = new ArrayList<>();
        Head at = shared;
        for (EntryBytes entry : entries) {
            at = at.then(entry);
            read.add(new Read(at, entry, decoded(entry)));
        }
        return read;
    }

    private static Optional<Entry> decoded(EntryBytes entry) {
        try {
            return Optional.of(EntryCodec.decode(entry));
        } catch (Malformed unreadable) {
            return Optional.empty();
        }
    }

    private static List<Row> rows(List<Read> here, List<Read> there, Set<Object> both) {
        SortedMap<Long, Row> rows = new TreeMap<>();
        for (Read read : here) {
            long sequence = read.head().sequence();
            rows.put(sequence, new Row(sequence, Optional.of(read.item(both)), Optional.empty()));
        }
        for (Read read : there) {
            long sequence = read.head().sequence();
            Optional<Item> beside = Optional.ofNullable(rows.get(sequence)).flatMap(Row::here);
            rows.put(sequence, new Row(sequence, beside, Optional.of(read.item(both))));
        }
        return List.copyOf(rows.values());
    }

    private static Sum sum(Stream<Read> entries) {
        List<Read> receipts = entries.filter(Read::isReceipt).toList();
        boolean oneCurrency =
                receipts.stream()
                                .flatMap(each -> each.amount().stream())
                                .map(Money::currency)
                                .distinct()
                                .count()
                        == 1;
        Optional<Money> amount =
                oneCurrency
                        ? receipts.stream()
                                .flatMap(each -> each.amount().stream())
                                .reduce(Money::plus)
                        : Optional.empty();
        return new Sum(receipts.size(), amount);
    }
}
