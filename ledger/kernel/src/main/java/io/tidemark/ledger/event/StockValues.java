package io.tidemark.ledger.event;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;

/**
 * What a store's goods were worth before and after a close-down, at average cost, and what made the
 * difference: closing = opening + received + transferred in + corrected + surplus − shortage − sold
 * − wasted − transferred out. All in the store's currency.
 *
 * @param opening as the close-down before left it
 * @param received from suppliers, as the deliveries cost
 * @param transferredIn from other stores, at the cost that the transfers carry
 * @param transferredOut to other stores, at average cost
 * @param carriedOut the same, at the cost that the transfers carry: what the other stores take in
 * @param sold cost of goods sold, less that of what came back
 * @param wasted at average cost
 * @param surplus what counts found beyond what should be there, at average cost
 * @param shortage what counts found missing, at average cost
 * @param corrected what goods cost less, or, below zero, more than was taken out for them when they
 *     were sold before they came
 * @param closing of all goods
 */
public record StockValues(
        Money opening,
        Money received,
        Money transferredIn,
        Money transferredOut,
        Money carriedOut,
        Money sold,
        Money wasted,
        Money surplus,
        Money shortage,
        Money corrected,
        Money closing,
        Counts counts,
        Figures figures) {
    private static final int FIELDS = 17;

    /**
     * How many of what.
     *
     * @param items that the store has, had or lacks
     * @param negative of which more went than had come
     * @param counted lines of counts that were taken in
     * @param late of which so many are not in these figures, since a later day was closed by then
     */
    public record Counts(long items, long negative, long counted, long late) {}

    /**
     * The entries that say what this is made of: {@link StoreTransfer}s, then {@link
     * StoreDayStock}s, just before those of the articles.
     *
     * @param entries how many
     * @param digest SHA-256 of their events' bytes, one after the other
     */
    public record Figures(int entries, Hash digest) {
        public static Figures of(List<StoreDayFigures> figures) {
            Hash.Running digest = new Hash.Running();
            for (StoreDayFigures each : figures) {
                byte[] bytes = EntryCodec.event(each);
                digest.update(bytes, 0, bytes.length);
            }
            return new Figures(figures.size(), digest.hash());
        }
    }

    /** What counts found, all in all. */
    public Money variance() {
        return surplus.minus(shortage);
    }

    /** Whether what opened and what came and went is what is left. */
    public boolean addsUp() {
        return opening.plus(received)
                .plus(transferredIn)
                .plus(corrected)
                .plus(variance())
                .minus(sold)
                .minus(wasted)
                .minus(transferredOut)
                .equals(closing);
    }

    /** What the transfers out carry less or more than the goods had cost on average. */
    public Money transferDifference() {
        return transferredOut.minus(carriedOut);
    }

    /** The array of these in order, minor units. */
    void writeTo(CborWriter writer) {
        writer.array(FIELDS);
        for (Money each :
                new Money[] {
                    opening,
                    received,
                    transferredIn,
                    transferredOut,
                    carriedOut,
                    sold,
                    wasted,
                    surplus,
                    shortage,
                    corrected,
                    closing
                }) writer.integer(each.minor());
        writer.integer(counts.items()).integer(counts.negative());
        writer.integer(counts.counted()).integer(counts.late());
        writer.integer(figures.entries()).bytes(figures.digest().toBytes());
    }

    static StockValues readFrom(CurrencyCode currency, CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new StockValues(
                                Items.minor(currency, reader),
                                Items.minor(currency, reader),
                                Items.minor(currency, reader),
                                Items.minor(currency, reader),
                                Items.minor(currency, reader),
                                Items.minor(currency, reader),
                                Items.minor(currency, reader),
                                Items.minor(currency, reader),
                                Items.minor(currency, reader),
                                Items.minor(currency, reader),
                                Items.minor(currency, reader),
                                new Counts(
                                        reader.integer(),
                                        reader.integer(),
                                        reader.integer(),
                                        reader.integer()),
                                new Figures(
                                        reader.integer(0, Integer.MAX_VALUE), Items.hash(reader))));
    }
}
