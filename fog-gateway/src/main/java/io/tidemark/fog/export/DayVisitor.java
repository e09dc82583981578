package io.tidemark.fog.export;

import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.Money;
import java.util.List;

/** Sees what happened at a workstation, in order. */
@FunctionalInterface
public interface DayVisitor {
    void entry(DayEntry entry);

    /** Shows it to each of these, in their order. */
    static DayVisitor all(List<DayVisitor> visitors) {
        return new DayVisitor() {
            @Override
            public void entry(DayEntry entry) {
                visitors.forEach(each -> each.entry(entry));
            }

            @Override
            public void overShort(DayEntry count, TenderType tender, Money amount) {
                visitors.forEach(each -> each.overShort(count, tender, amount));
            }
        };
    }

    /**
     * What a drawer had more or less than it should, shown after all entries: a count is held
     * against all that the drawer should have had by the close-down.
     *
     * @param count that showed it
     * @param amount over where positive, beyond what the close-downs before had said
     */
    default void overShort(DayEntry count, TenderType tender, Money amount) {}
}
