package io.tidemark.edge.record;

import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.RetailTransaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came back of earlier receipts at this till. Folded from its journal; a post-void brings back
 * every line of its receipt. Changed by the till's fold only.
 */
final class ReturnedSoFar {
    /**
     * Lines and receipts remembered; the oldest are forgotten, and then only the gateway knows of
     * them. At 250 bytes each this is 12 MB, and years of a till that takes back fifty lines a day.
     */
    static final int REMEMBERED_MAX = 50_000;

    private final Map<OriginalLine, Back> lines = new LinkedHashMap<>();

    /** Whole receipts, which may have no line that came back: a return has none itself. */
    private final Map<OriginalReceipt, Back> undone = new LinkedHashMap<>();

    /**
     * @param thousandths of the line's unit, positive
     * @param day business day of the last return
     * @param receipt the last return's
     * @param postVoid whether that took the whole receipt back
     */
    record Back(long thousandths, LocalDate day, long receipt, boolean postVoid) {}

    void add(EntryHeader header, RetailTransaction transaction) {
        List<Line> all = transaction.lines();
        if (transaction instanceof PostVoided undoing)
            remember(
                    undone,
                    undoing.original(),
                    new Back(0, header.businessDay(), header.receipt(), true));
        for (int i = 0; i < all.size(); i++) {
            Line line = all.get(i);
            OriginalLine original = line.original();
            boolean whole = transaction instanceof PostVoided;
            if (original != null) add(original.key(), line, header, whole);
            if (transaction instanceof PostVoided undoing && line.quantity().isNegative())
                add(lineOf(undoing.original(), i + 1), line, header, true);
        }
    }

    private void add(OriginalLine key, Line line, EntryHeader header, boolean whole) {
        @Nullable Back before = lines.get(key);
        long thousandths =
                Math.subtractExact(
                        before == null ? 0 : before.thousandths(), line.quantity().thousandths());
        remember(lines, key, new Back(thousandths, header.businessDay(), header.receipt(), whole));
    }

    private static <K> void remember(Map<K, Back> among, K key, Back back) {
        among.put(key, back);
        if (among.size() > REMEMBERED_MAX) among.remove(among.keySet().iterator().next());
    }

    /** What came back of a line here, if anything did. */
    Optional<Back> of(OriginalLine line) {
        return Optional.ofNullable(lines.get(line.key())).filter(back -> back.thousandths() != 0);
    }

    /** How the receipt was taken back, or else the first of its lines that came back. */
    Optional<Back> of(OriginalReceipt receipt, int lines) {
        @Nullable Back whole = undone.get(receipt);
        if (whole != null) return Optional.of(whole);
        for (int line = 1; line <= lines; line++) {
            Optional<Back> back = of(lineOf(receipt, line));
            if (back.isPresent()) return back;
        }
        return Optional.empty();
    }

    /** Of each of a receipt's lines. */
    List<Long> thousandths(OriginalReceipt receipt, int count) {
        List<Long> all = new ArrayList<>(count);
        for (int line = 1; line <= count; line++)
            all.add(of(lineOf(receipt, line)).map(Back::thousandths).orElse(0L));
        return all;
    }

    static OriginalLine lineOf(OriginalReceipt receipt, int line) {
        return new OriginalLine(
                receipt.store(), receipt.workstation(), receipt.day(), receipt.receipt(), line);
    }
}
