package io.tidemark.fog.export;

import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.Money;

/** Sees what happened at a workstation, in order. */
@FunctionalInterface
public interface DayVisitor {
    void entry(DayEntry entry);

    /**
     * What a drawer had more or less than it should, shown after all entries: a count is held
     * against all that the drawer should have had by the close-down.
     *
     * @param count that showed it
     * @param amount over where positive, beyond what the close-downs before had said
     */
    default void overShort(DayEntry count, TenderType tender, Money amount) {}
}
