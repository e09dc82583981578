package io.tidemark.fog.export;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TotalsSum;
import io.tidemark.ledger.money.CurrencyCode;
import java.util.HashMap;
import java.util.Map;

/**
 * One showing of a workstation's day: which till Z it has come to, and which counts it has seen.
 */
final class Showing {
    private final Register register;
    private final DayVisitor visitor;
    private final TotalsSum posting;
    private final Map<Counted, DayEntry> counts = new HashMap<>();
    private int period;

    private record Counted(int supplement, TenderType tender, CurrencyCode currency) {}

    Showing(Register register, DayVisitor visitor) {
        this.register = register;
        this.visitor = visitor;
        this.posting = new TotalsSum(register.currency());
    }

    void posted(Stretch stretch, long sequence, Hash hash, Entry entry) {
        try {
            posting.add(entry.event());
        } catch (IllegalArgumentException | ArithmeticException keptUnposted) {
            return; // The close-down lists it as a problem of the day.
        }
        DayEntry shown =
                new DayEntry(
                        stretch.journal(),
                        stretch.supplement(),
                        period,
                        sequence,
                        hash,
                        entry.header(),
                        entry.event());
        if (entry.event() instanceof TillCounted(var tenders))
            for (CountedTender each : tenders)
                counts.put(
                        new Counted(stretch.supplement(), each.type(), each.amount().currency()),
                        shown);
        visitor.entry(shown);
        if (entry.event() instanceof TillDayClosed) period++;
    }

    void ended() {
        for (Register.Found found : register.found()) {
            DayEntry count =
                    counts.get(
                            new Counted(
                                    found.supplement(), found.tender(), found.amount().currency()));
            if (count != null) visitor.overShort(count, found.tender(), found.amount());
        }
    }
}
