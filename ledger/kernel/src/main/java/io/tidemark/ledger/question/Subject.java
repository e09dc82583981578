package io.tidemark.ledger.question;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.money.CurrencyCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

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
            case AverageCosts _ -> AverageCosts.KIND;
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

    /**
     * What articles cost the store on average, so that goods which go to another store carry that.
     *
     * @param plus as many as a question has room for
     */
    record AverageCosts(List<String> plus) implements Subject {
        static final int KIND = 8;

        static final int PLUS_MAX = 12;

        /** Leaves a question room for its frame, and what later versions add. */
        private static final int PLUS_BYTES_MAX = 800;

        public AverageCosts {
            plus = List.copyOf(plus);
            if (plus.size() > PLUS_MAX || bytes(plus) > PLUS_BYTES_MAX)
                throw new IllegalArgumentException(
                        "at most " + PLUS_MAX + " articles are asked for at a time");
            for (String plu : plus) Parts.within(plu, Limits.CODE_MAX, "an article code");
        }

        /** As few questions as ask for all of these. */
        public static List<AverageCosts> of(Collection<String> plus) {
            List<AverageCosts> questions = new ArrayList<>();
            List<String> next = new ArrayList<>();
            for (String plu : plus) {
                boolean full =
                        next.size() == PLUS_MAX
                                || bytes(next) + bytes(List.of(plu)) > PLUS_BYTES_MAX;
                if (full) {
                    questions.add(new AverageCosts(next));
                    next.clear();
                }
                next.add(plu);
            }
            if (!next.isEmpty()) questions.add(new AverageCosts(next));
            return questions;
        }

        private static int bytes(List<String> plus) {
            return plus.stream().mapToInt(plu -> plu.getBytes(UTF_8).length).sum();
        }

        @Override
        public void writeTo(CborWriter writer) {
            writer.array(1).list(plus, (plu, into) -> into.text(plu));
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
            case AverageCosts.KIND ->
                    reader.fields(
                            1,
                            () ->
                                    new AverageCosts(
                                            reader.list(
                                                    AverageCosts.PLUS_MAX,
                                                    () -> Parts.code(reader))));
            default -> {
                reader.skip();
                yield new Unknown(kind);
            }
        };
    }
}
