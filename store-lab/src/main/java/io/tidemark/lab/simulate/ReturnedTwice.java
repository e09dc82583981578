package io.tidemark.lab.simulate;

import io.tidemark.fog.ledger.GatewayReturns.Return;
import io.tidemark.fog.ledger.GatewayReturns.Sold;
import io.tidemark.lab.simulate.Takings.Counted;
import io.tidemark.lab.simulate.Violation.Check;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.RetailTransaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tills that did not hear of each other may take the same goods back. What the gateway then shows,
 * of the entries that it accepted, is every line of which more came back than was sold, and no
 * other.
 */
final class ReturnedTwice {
    private final Map<OriginalReceipt, Map<Integer, Sold>> sold = new HashMap<>();
    private final Set<OriginalReceipt> doubled = new HashSet<>();
    private final Map<OriginalLine, List<Return>> returned = new HashMap<>();
    private final Map<OriginalLine, Long> back = new HashMap<>();

    /**
     * @param accepted by the gateway, each command once
     */
    static void check(List<Counted> accepted, Parts parts) {
        ReturnedTwice lines = new ReturnedTwice();
        for (Counted one : accepted) {
            Entry entry = one.entry();
            if (entry.event() instanceof RetailTransaction given)
                lines.take(one, entry.header(), given);
        }
        Set<OriginalLine> shown = lines.shown(parts);
        Set<OriginalLine> twice = lines.twice();
        Violation.require(
                shown.equals(twice),
                Check.SHOWN,
                () -> "shown as returned too often are " + shown + " and it is " + twice);
    }

    private void take(Counted one, EntryHeader header, RetailTransaction given) {
        Map<Integer, Sold> lines = new HashMap<>();
        if (sold.put(receipt(one, header), lines) != null) doubled.add(receipt(one, header));
        for (int i = 0; i < given.lines().size(); i++) {
            Line line = given.lines().get(i);
            lines.put(i + 1, new Sold(line.description(), line.quantity()));
            @Nullable OriginalLine original = line.original();
            if (original != null) came(one, header, line, original);
            if (given instanceof PostVoided undoing && line.quantity().isNegative())
                came(one, header, line, lineOf(undoing.original(), i + 1));
        }
    }

    private static OriginalReceipt receipt(Counted one, EntryHeader header) {
        return new OriginalReceipt(
                one.journal().node().store(),
                header.workstation(),
                header.businessDay(),
                header.receipt());
    }

    private static OriginalLine lineOf(OriginalReceipt receipt, int line) {
        return new OriginalLine(
                receipt.store(),
                receipt.workstation(),
                receipt.day(),
                receipt.receipt(),
                line,
                true);
    }

    private void came(Counted one, EntryHeader header, Line line, OriginalLine original) {
        back.merge(original.key(), -line.quantity().thousandths(), Math::addExact);
        returned.computeIfAbsent(original.key(), _ -> new ArrayList<>())
                .add(
                        new Return(
                                original,
                                one.journal().node().device(),
                                header.workstation(),
                                header.businessDay(),
                                header.receipt(),
                                header.at(),
                                header.operator(),
                                line.quantity().negated(),
                                line.gross().minor(),
                                line.gross().currency().code(),
                                original.checked()));
    }

    private Set<OriginalLine> shown(Parts parts) {
        Set<OriginalLine> shown = new HashSet<>();
        returned.forEach((line, all) -> {
            if (doubled.contains(receiptOf(line))) return;
            if (parts.shown(sold.getOrDefault(receiptOf(line), Map.of()), all).isPresent())
                shown.add(line);
        });
        return shown;
    }

    /**
     * A receipt that no till brought may have been lost with its till: a line that was checked is
     * taken for sold. Of two receipts with one number, which a fork makes, nobody can say which one
     * came back.
     */
    private Set<OriginalLine> twice() {
        Set<OriginalLine> twice = new HashSet<>();
        back.forEach((line, thousandths) -> {
            if (doubled.contains(receiptOf(line))) return;
            @Nullable Sold was = sold.getOrDefault(receiptOf(line), Map.of()).get(line.line());
            boolean tooOften =
                    was == null
                            ? thousandths > 0 && isAnyUnchecked(line)
                            : thousandths > Math.max(0, was.quantity().thousandths());
            if (tooOften) twice.add(line);
        });
        return twice;
    }

    private boolean isAnyUnchecked(OriginalLine line) {
        return returned.getOrDefault(line, List.of()).stream().anyMatch(each -> !each.checked());
    }

    private static OriginalReceipt receiptOf(OriginalLine line) {
        return new OriginalReceipt(line.store(), line.workstation(), line.day(), line.receipt());
    }
}
