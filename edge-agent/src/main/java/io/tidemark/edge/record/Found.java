package io.tidemark.edge.record;

import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.masterdata.Exchange;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was looked up for a command, here or at the gateway, and is captured in it.
 *
 * @param sold lines that come back, by the line of the receipt
 * @param lacking why others could not be held against their receipts, for a person
 * @param undone the receipt that is taken back as a whole; null for anything else
 * @param cards what the gateway knows of gift cards that are paid with, by their number
 * @param claimedFrom where the basket had been suspended that the gateway gave to this till; null
 *     where it was not asked, or did not know it
 * @param exchange how currencies are exchanged here; null for anything else
 * @param exchanged what the gateway knows that bears on an exchange; null where it was not asked,
 *     or did not say
 */
public record Found(
        Map<OriginalLine, Sold> sold,
        Map<OriginalLine, String> lacking,
        @Nullable Undone undone,
        @Nullable String claimedFrom,
        Map<String, CardKnown> cards,
        @Nullable Exchange exchange,
        @Nullable ExchangeKnown exchanged) {
    public static final Found NONE =
            new Found(Map.of(), Map.of(), null, null, Map.of(), null, null);

    /**
     * A line as it was sold.
     *
     * @param here thousandths of it that came back at this workstation, as the gateway knows: a
     *     till that was replaced knows less
     * @param elsewhere thousandths of it that came back at others
     * @param last where and when it last came back elsewhere, in words; empty where it did not
     */
    public record Sold(Line line, long here, long elsewhere, String last) {}

    /**
     * A receipt of this till.
     *
     * @param elsewhere where something of it came back, in words; empty where nothing did
     */
    public record Undone(OriginalReceipt receipt, RetailTransaction given, String elsewhere) {}

    public Found {
        sold = Map.copyOf(sold);
        lacking = Map.copyOf(lacking);
        cards = Map.copyOf(cards);
    }

    /** The same, and these. */
    public Found with(Map<String, CardKnown> known) {
        return new Found(sold, lacking, undone, claimedFrom, known, exchange, exchanged);
    }

    public static Found lines(Map<OriginalLine, Sold> sold, Map<OriginalLine, String> lacking) {
        return new Found(sold, lacking, null, null, Map.of(), null, null);
    }

    public static Found undoing(Undone undone) {
        return new Found(Map.of(), Map.of(), undone, null, Map.of(), null, null);
    }

    public static Found claimed(String workstation) {
        return new Found(Map.of(), Map.of(), null, workstation, Map.of(), null, null);
    }

    public static Found exchanging(Exchange exchange, @Nullable ExchangeKnown known) {
        return new Found(Map.of(), Map.of(), null, null, Map.of(), exchange, known);
    }
}
