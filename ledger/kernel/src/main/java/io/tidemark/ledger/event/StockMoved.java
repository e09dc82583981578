package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.util.List;

/**
 * Goods that came or went without a customer.
 *
 * @param reference of the paper that goes with them: delivery note, transfer number; may be empty
 * @param party the supplier or the other store; may be empty
 * @param reason what the operator gave, may be empty; for waste, why
 */
public record StockMoved(
        Kind kind, String reference, String party, String reason, List<StockLine> lines)
        implements Event {
    /** Which way, and what for. */
    public enum Kind {
        /** From a supplier. */
        DELIVERY(EventType.DELIVERY_RECEIVED, StockFlow.DELIVERY),
        /** Thrown away, broken, out of date, stolen. */
        WASTE(EventType.GOODS_WASTED, StockFlow.WASTE),
        /** To another store. */
        TRANSFER_OUT(EventType.TRANSFERRED_OUT, StockFlow.TRANSFER_OUT),
        /** From another store. */
        TRANSFER_IN(EventType.TRANSFERRED_IN, StockFlow.TRANSFER_IN);

        private final EventType type;
        private final StockFlow flow;

        Kind(EventType type, StockFlow flow) {
            this.type = type;
            this.flow = flow;
        }

        EventType type() {
            return type;
        }

        public StockFlow flow() {
            return flow;
        }
    }

    public StockMoved {
        lines = List.copyOf(lines);
        Items.within(reference, Limits.CODE_MAX, "a reference");
        Items.within(party, Limits.TEXT_MAX, "a supplier or store");
        Items.within(reason, Limits.TEXT_MAX, "a reason");
        if (lines.isEmpty()) throw new IllegalArgumentException("a movement needs a line");
        Items.atMost(lines.size(), Limits.LINES_MAX, "lines in one movement");
        for (StockLine line : lines)
            if (line.quantity().value().signum() == 0)
                throw new IllegalArgumentException(
                        "nothing of " + line.plu() + " moved: give a quantity above zero");
    }

    /** Whether it goes to another store, or comes from one. */
    public boolean isTransfer() {
        return switch (kind) {
            case TRANSFER_OUT, TRANSFER_IN -> true;
            case DELIVERY, WASTE -> false;
        };
    }

    void writeTo(CborWriter writer) {
        writer.array(4).text(reference).text(party).text(reason);
        writer.list(lines, StockLine::writeTo);
    }

    static StockMoved readFrom(Kind kind, CborReader reader) {
        return reader.fields(
                4,
                () ->
                        new StockMoved(
                                kind,
                                Items.code(reader),
                                reader.text(Limits.TEXT_MAX),
                                reader.text(Limits.TEXT_MAX),
                                reader.list(Limits.LINES_MAX, () -> StockLine.readFrom(reader))));
    }
}
