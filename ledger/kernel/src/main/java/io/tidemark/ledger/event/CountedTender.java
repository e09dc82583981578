package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.Money;
import java.util.List;

/**
 * What a person counted of one tender in one currency; never negative.
 *
 * @param pieces of which coins and notes it was, where they were counted so: together they are the
 *     amount
 */
public record CountedTender(TenderType type, Money amount, List<Pieces> pieces) {
    /** More denominations than any currency has. */
    private static final int PIECES_MAX = 100;

    /**
     * Coins or notes of one value.
     *
     * @param face minor units that each is worth, above zero
     * @param count how many, never negative
     */
    public record Pieces(long face, long count) {
        public Pieces {
            if (face <= 0)
                throw new IllegalArgumentException(
                        "a coin or note is worth more than nothing, not " + face);
            if (count < 0)
                throw new IllegalArgumentException(
                        "a number of pieces is never negative: " + count);
        }

        /** What they come to. */
        public long minor() {
            return Math.multiplyExact(face, count);
        }
    }

    public CountedTender {
        pieces = List.copyOf(pieces);
        if (amount.isNegative())
            throw new IllegalArgumentException("a count is never negative: " + amount);
        amount.requireSummable("a count");
        Items.atMost(pieces.size(), PIECES_MAX, "denominations");
        if (pieces.stream().map(Pieces::face).distinct().count() != pieces.size())
            throw new IllegalArgumentException("count each coin and note once");
        long sum = pieces.stream().mapToLong(Pieces::minor).reduce(0, Math::addExact);
        if (!pieces.isEmpty() && sum != amount.minor())
            throw new IllegalArgumentException(
                    "the coins and notes are "
                            + new Money(sum, amount.currency())
                            + " and the amount is "
                            + amount
                            + ": correct one of them");
    }

    /** Counted as one amount. */
    public CountedTender(TenderType type, Money amount) {
        this(type, amount, List.of());
    }

    void writeTo(CborWriter writer) {
        writer.array(pieces.isEmpty() ? 2 : 3).text(type.code());
        Items.money(amount, writer);
        if (!pieces.isEmpty())
            writer.list(pieces, (each, to) -> to.array(2).integer(each.face).integer(each.count));
    }

    static CountedTender readFrom(CborReader reader) {
        return reader.fields(
                2,
                3,
                there ->
                        new CountedTender(
                                new TenderType(Items.code(reader)),
                                Items.money(reader),
                                there == 3
                                        ? reader.list(PIECES_MAX, () -> pieces(reader))
                                        : List.of()));
    }

    private static Pieces pieces(CborReader reader) {
        return reader.fields(2, () -> new Pieces(reader.integer(), reader.integer()));
    }
}
