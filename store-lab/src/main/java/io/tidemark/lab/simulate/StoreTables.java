package io.tidemark.lab.simulate;

import io.tidemark.fog.ledger.GatewayBaskets.Resumed;
import io.tidemark.fog.ledger.GatewayBaskets.Suspended;
import io.tidemark.fog.question.StoreBaskets;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.question.ReturnedPart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway looks questions up in: rows of what its journals have, each command's once. Made
 * anew by every process, as tables are that were lost.
 */
final class StoreTables implements StoreBaskets.Known {
    private final Function<JournalId, Journal> journals;
    private final Function<NodeName, String> workstations;
    private final Map<OriginalReceipt, Place> receipts = new HashMap<>();
    private final Map<OriginalReceipt, LocalDate> pruned = new HashMap<>();
    private final Map<OriginalReceipt, List<ReturnedPart>> returned = new HashMap<>();
    private final Map<String, Suspended> suspended = new HashMap<>();
    private final Map<String, Place> parked = new HashMap<>();
    private final Map<String, List<Resumed>> resumed = new HashMap<>();
    private final Set<Once> seen = new HashSet<>();
    private final List<Arrived> arrived = new ArrayList<>();

    /** Where an entry stands. */
    record Place(JournalId journal, long sequence) {}

    private record Arrived(Place at, EntryBytes entry) {}

    private record Once(NodeName device, CommandId command, int type) {}

    StoreTables(Function<JournalId, Journal> journals, Function<NodeName, String> workstations) {
        this.journals = journals;
        this.workstations = workstations;
    }

    /** Looked into once somebody asks. */
    void entry(JournalId journal, long sequence, EntryBytes bytes) {
        arrived.add(new Arrived(new Place(journal, sequence), bytes));
    }

    private void catchUp() {
        arrived.forEach(each -> post(each.at().journal(), each.at().sequence(), each.entry()));
        arrived.clear();
    }

    private void post(JournalId journal, long sequence, EntryBytes bytes) {
        EntryHeader header = EntryCodec.header(bytes);
        if (header.receipt() > 0 && isReceipt(header.type()))
            receipts.merge(
                    receipt(journal, header), new Place(journal, sequence), StoreTables::later);
        if (!isLookedInto(header.type()) || !isNew(journal, header)) return;
        Entry entry = EntryCodec.decode(bytes);
        switch (entry.event()) {
            case RetailTransaction given -> cameBack(header, given);
            case BasketSuspended basket -> {
                suspended.put(basket.id(), row(journal, sequence, header, basket));
                parked.put(basket.id(), new Place(journal, sequence));
            }
            case BasketResumed basket ->
                    resumed.computeIfAbsent(basket.id(), _ -> new ArrayList<>())
                            .add(row(journal, header, basket));
            default -> {} // of no receipt and no basket
        }
    }

    private static Place later(Place one, Place other) {
        return one.journal().epoch() >= other.journal().epoch() ? one : other;
    }

    private static boolean isReceipt(int type) {
        return type == EventType.SALE_COMPLETED.code()
                || type == EventType.GOODS_RETURNED.code()
                || type == EventType.POST_VOIDED.code();
    }

    /** Of a simulated sale no line comes back. */
    private static boolean isLookedInto(int type) {
        return type == EventType.GOODS_RETURNED.code()
                || type == EventType.POST_VOIDED.code()
                || type == EventType.BASKET_SUSPENDED.code()
                || type == EventType.BASKET_RESUMED.code();
    }

    private boolean isNew(JournalId journal, EntryHeader header) {
        @Nullable CommandId command = header.command();
        return command == null || seen.add(new Once(journal.node(), command, header.type()));
    }

    void pruned(JournalId journal, PrunedEntry left) {
        pruned.put(receipt(journal, left.header()), left.why().on());
    }

    private static OriginalReceipt receipt(JournalId journal, EntryHeader header) {
        return new OriginalReceipt(
                journal.node().store(),
                header.workstation(),
                header.businessDay(),
                header.receipt());
    }

    private void cameBack(EntryHeader header, RetailTransaction given) {
        List<Line> lines = given.lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            @Nullable OriginalLine of = line.original();
            if (of != null)
                cameBack(
                        new OriginalReceipt(of.store(), of.workstation(), of.day(), of.receipt()),
                        part(of.line(), header, line));
            if (given instanceof PostVoided undoing && line.quantity().isNegative())
                cameBack(undoing.original(), part(i + 1, header, line));
        }
    }

    private void cameBack(OriginalReceipt receipt, ReturnedPart part) {
        returned.computeIfAbsent(receipt, _ -> new ArrayList<>()).add(part);
    }

    private static ReturnedPart part(int number, EntryHeader header, Line line) {
        return new ReturnedPart(
                number,
                header.workstation(),
                header.businessDay(),
                header.receipt(),
                line.quantity().negated());
    }

    private static Suspended row(
            JournalId journal, long sequence, EntryHeader header, BasketSuspended basket) {
        return new Suspended(
                basket.id(),
                journal.node().device(),
                journal.epoch(),
                sequence,
                header.workstation(),
                header.businessDay(),
                header.at(),
                header.operator(),
                basket.lines().size(),
                basket.total().minor(),
                basket.currency().code());
    }

    private static Resumed row(JournalId journal, EntryHeader header, BasketResumed basket) {
        return new Resumed(
                basket.id(),
                journal.node().device(),
                header.workstation(),
                header.businessDay(),
                header.at(),
                header.operator());
    }

    /** The receipt's entry, if it is here and whole. */
    Optional<Place> find(OriginalReceipt receipt) {
        catchUp();
        return Optional.ofNullable(receipts.get(receipt))
                .filter(place -> journal(place).forced().sequence() >= place.sequence());
    }

    Journal journal(Place place) {
        return journals.apply(place.journal());
    }

    /** When it was given up here, before this process began. */
    Optional<LocalDate> prunedOn(OriginalReceipt receipt) {
        return Optional.ofNullable(pruned.get(receipt));
    }

    List<ReturnedPart> returned(OriginalReceipt receipt) {
        catchUp();
        return returned.getOrDefault(receipt, List.of());
    }

    /** By basket, where it was taken up. */
    Map<String, List<Resumed>> resumed() {
        catchUp();
        return resumed;
    }

    @Override
    public List<Suspended> open() {
        catchUp();
        return suspended.values().stream()
                .filter(basket -> !resumed.containsKey(basket.basket()))
                .sorted(Comparator.comparing(Suspended::basket))
                .toList();
    }

    @Override
    public Optional<Suspended> find(String basket) {
        catchUp();
        return Optional.ofNullable(suspended.get(basket));
    }

    @Override
    public List<Resumed> resumed(String basket) {
        catchUp();
        return resumed.getOrDefault(basket, List.of());
    }

    @Override
    public List<Resumed> resumedElsewhere(String device) {
        catchUp();
        return suspended.values().stream()
                .filter(basket -> basket.device().equals(device))
                .flatMap(basket -> resumed(basket.basket()).stream())
                .filter(each -> !each.device().equals(device))
                .sorted(Comparator.comparing(Resumed::basket))
                .toList();
    }

    @Override
    public Optional<EntryBytes> entry(Suspended basket) {
        catchUp();
        return Optional.ofNullable(parked.get(basket.basket()))
                .filter(place -> place.sequence() <= journal(place).forced().sequence())
                .map(place -> journal(place).entry(place.sequence()));
    }

    @Override
    public String workstation(NodeName device) {
        return workstations.apply(device);
    }
}
