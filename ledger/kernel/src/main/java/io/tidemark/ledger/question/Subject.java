package io.tidemark.ledger.question;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.money.CurrencyCode;
import java.time.LocalDate;

/** What a device wants to know. Kinds are on the wire: only ever added to. */
public sealed interface Subject {
    default int kind() {
        return switch (this) {
            case FindReceipt _ -> FindReceipt.KIND;
            case SuspendedBaskets _ -> SuspendedBaskets.KIND;
            case ClaimBasket _ -> ClaimBasket.KIND;
            case StockOnHand _ -> StockOnHand.KIND;
            case ReleaseBasket _ -> ReleaseBasket.KIND;
            case GiftCard _ -> GiftCard.KIND;
            case Exchanged _ -> Exchanged.KIND;
            case Unknown(int number) -> number;
        };
    }

    /** One item, an array: fields are only ever added to, at its end. */
    void writeTo(CborWriter writer);

    /** A receipt of the store, whichever till gave it, and how much of it came back. */
    record FindReceipt(OriginalReceipt receipt) implements Subject {
        static final int KIND = 1;

        @Override
        public void writeTo(CborWriter writer) {
            receipt.writeTo(writer);
        }
    }

    /** The store's baskets that are parked and not taken up again. */
    record SuspendedBaskets() implements Subject {
        static final int KIND = 2;

        @Override
        public void writeTo(CborWriter writer) {
            writer.array(0);
        }
    }

    /** A parked basket, to be taken up at the asking till; nobody else gets it then. */
    record ClaimBasket(String basket) implements Subject {
        static final int KIND = 3;

        public ClaimBasket {
            Parts.within(basket, Limits.CODE_MAX, "a basket's id");
        }

        @Override
        public void writeTo(CborWriter writer) {
            writer.array(1).text(basket);
        }
    }

    /** How much of an article the store has. */
    record StockOnHand(String plu) implements Subject {
        static final int KIND = 4;

        public StockOnHand {
            Parts.within(plu, Limits.CODE_MAX, "an article code");
        }

        @Override
        public void writeTo(CborWriter writer) {
            writer.array(1).text(plu);
        }
    }

    /** A basket that was promised to the asking till, which did not take it up. */
    record ReleaseBasket(String basket) implements Subject {
        static final int KIND = 5;

        public ReleaseBasket {
            Parts.within(basket, Limits.CODE_MAX, "a basket's id");
        }

        @Override
        public void writeTo(CborWriter writer) {
            writer.array(1).text(basket);
        }
    }

    /** What a gift card has left, as far as the store knows. */
    record GiftCard(String number) implements Subject {
        static final int KIND = 6;

        public GiftCard {
            Parts.within(number, Limits.CODE_MAX, "a gift card's number");
        }

        @Override
        public void writeTo(CborWriter writer) {
            writer.array(1).text(number);
        }
    }

    /**
     * What a customer exchanged in the store, and how much of a currency it holds.
     *
     * @param customer the number under which their papers are kept; empty where nobody is named
     * @param from the first business day that counts, {@code to} the last
     */
    record Exchanged(String customer, LocalDate from, LocalDate to, CurrencyCode currency)
            implements Subject {
        static final int KIND = 7;

        public Exchanged {
            Parts.within(customer, Limits.CODE_MAX, "a customer's number");
        }

        @Override
        public void writeTo(CborWriter writer) {
            writer.array(4).text(customer).integer(from.toEpochDay()).integer(to.toEpochDay());
            writer.text(currency.code());
        }
    }

    /** Of a later version: answered with {@link Reply.NotAnswered}. */
    record Unknown(int number) implements Subject {
        @Override
        public void writeTo(CborWriter writer) {
            writer.array(0);
        }
    }

    static Subject readFrom(int kind, CborReader reader) {
        return switch (kind) {
            case FindReceipt.KIND -> new FindReceipt(OriginalReceipt.readFrom(reader));
            case SuspendedBaskets.KIND -> reader.fields(0, () -> new SuspendedBaskets());
            case ClaimBasket.KIND -> reader.fields(1, () -> new ClaimBasket(Parts.code(reader)));
            case StockOnHand.KIND -> reader.fields(1, () -> new StockOnHand(Parts.code(reader)));
            case ReleaseBasket.KIND ->
                    reader.fields(1, () -> new ReleaseBasket(Parts.code(reader)));
            case GiftCard.KIND -> reader.fields(1, () -> new GiftCard(Parts.code(reader)));
            case Exchanged.KIND ->
                    reader.fields(
                            4,
                            () ->
                                    new Exchanged(
                                            Parts.code(reader),
                                            Parts.day(reader),
                                            Parts.day(reader),
                                            new CurrencyCode(Parts.code(reader))));
            default -> {
                reader.skip();
                yield new Unknown(kind);
            }
        };
    }
}
