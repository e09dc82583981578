package io.tidemark.ledger.question;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.event.CardMovement;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the gateway knows. Kinds are on the wire: only ever added to. */
public sealed interface Reply {
    /** Returned parts told of one receipt. */
    int RETURNED_MAX = Limits.LINES_MAX;

    /** Parked baskets told at a time; a store that parks more has something else to mend. */
    int BASKETS_MAX = 500;

    default int kind() {
        return switch (this) {
            case ReceiptFound _ -> ReceiptFound.KIND;
            case ReceiptPruned _ -> ReceiptPruned.KIND;
            case NotKnown _ -> NotKnown.KIND;
            case Baskets _ -> Baskets.KIND;
            case BasketClaimed _ -> BasketClaimed.KIND;
            case BasketTaken _ -> BasketTaken.KIND;
            case Stock _ -> Stock.KIND;
            case NotAnswered _ -> NotAnswered.KIND;
            case BasketReleased _ -> BasketReleased.KIND;
            case GiftCard _ -> GiftCard.KIND;
            case Exchanged _ -> Exchanged.KIND;
            case AverageCosts _ -> AverageCosts.KIND;
            case Unknown(int number) -> number;
        };
    }

    /** One item, an array: fields are only ever added to, at its end. */
    void writeTo(CborWriter writer);

    /**
     * A receipt as its till recorded it.
     *
     * @param device of the till that gave it
     * @param returned what came back of it, as far as the gateway knows
     */
    record ReceiptFound(String device, EntryBytes entry, List<ReturnedPart> returned)
            implements Reply {
        static final int KIND = 1;

        public ReceiptFound {
            returned = List.copyOf(returned);
        }

        @Override
        public void writeTo(CborWriter writer) {
            entry.writeTo(writer.array(3).text(device)).list(returned, ReturnedPart::writeTo);
        }
    }

    /** There was such a receipt; what was on it is in head office's archive only. */
    record ReceiptPruned(LocalDate on) implements Reply {
        static final int KIND = 2;

        @Override
        public void writeTo(CborWriter writer) {
            writer.array(1).integer(on.toEpochDay());
        }
    }

    /** The gateway has nothing of that name; it may not have come there yet. */
    record NotKnown() implements Reply {
        static final int KIND = 3;

        @Override
        public void writeTo(CborWriter writer) {
            writer.array(0);
        }
    }

    /**
     * Parked baskets, the latest first.
     *
     * @param resumed those that the asking till suspended and another one took up, the latest
     *     first; an older gateway tells none
     */
    record Baskets(List<ParkedBasket> baskets, List<ResumedBasket> resumed) implements Reply {
        static final int KIND = 4;

        public Baskets {
            baskets = List.copyOf(baskets);
            resumed = List.copyOf(resumed);
        }

        @Override
        public void writeTo(CborWriter writer) {
            writer.array(resumed.isEmpty() ? 1 : 2).list(baskets, ParkedBasket::writeTo);
            if (!resumed.isEmpty()) writer.list(resumed, ResumedBasket::writeTo);
        }
    }

    /** It is the asking till's now. The entry that parked it is a BasketSuspended. */
    record BasketClaimed(String workstation, EntryBytes entry) implements Reply {
        static final int KIND = 5;

        @Override
        public void writeTo(CborWriter writer) {
            entry.writeTo(writer.array(2).text(workstation));
        }
    }

    /** Another till has it. */
    record BasketTaken(String workstation, Instant at) implements Reply {
        static final int KIND = 6;

        @Override
        public void writeTo(CborWriter writer) {
            Parts.time(at, writer.array(2).text(workstation));
        }
    }

    /**
     * @param quantity in the article's unit, negative where more was sold than was ever there
     * @param counted when it was last counted; null where it never was, or nobody knows
     */
    record Stock(String plu, Quantity quantity, @Nullable Instant counted) implements Reply {
        static final int KIND = 7;

        @Override
        public void writeTo(CborWriter writer) {
            quantity.writeTo(writer.array(5).text(plu));
            if (counted == null) writer.nothing();
            else Parts.time(counted, writer);
        }
    }

    /**
     * The gateway cannot say, now or ever.
     *
     * @param why for a person
     */
    record NotAnswered(String why) implements Reply {
        static final int KIND = 8;

        public NotAnswered {
            Parts.within(why, Limits.TEXT_MAX, "a reason");
        }

        @Override
        public void writeTo(CborWriter writer) {
            writer.array(1).text(why);
        }
    }

    /** It is promised to the asking till no longer. */
    record BasketReleased() implements Reply {
        static final int KIND = 9;

        @Override
        public void writeTo(CborWriter writer) {
            writer.array(0);
        }
    }

    /**
     * What was done to a gift card in this store.
     *
     * @param here with the asking device
     * @param elsewhere with others
     */
    record GiftCard(CardMovement here, CardMovement elsewhere) implements Reply {
        static final int KIND = 10;

        @Override
        public void writeTo(CborWriter writer) {
            writer.array(5).text(here.number()).integer(here.loaded()).integer(here.spent());
            writer.integer(elsewhere.loaded()).integer(elsewhere.spent());
        }
    }

    /**
     * What came of exchanges in this store, as far as it is known here.
     *
     * @param here minor units of the store's currency that the customer exchanged with the asking
     *     device
     * @param elsewhere with others
     * @param held by the store in minor units of the currency, after all exchanges
     */
    record Exchanged(long here, long elsewhere, long held) implements Reply {
        static final int KIND = 11;

        @Override
        public void writeTo(CborWriter writer) {
            writer.array(3).integer(here).integer(elsewhere).integer(held);
        }
    }

    /**
     * What articles cost on average, as the store's last close-down left them.
     *
     * @param costs of those of which a cost is known; one for each unit that an article is kept in
     */
    record AverageCosts(List<AverageCost> costs) implements Reply {
        static final int KIND = 12;

        private static final int COSTS_MAX = Subject.AverageCosts.PLUS_MAX * Unit.values().length;

        public AverageCosts {
            costs = List.copyOf(costs);
        }

        @Override
        public void writeTo(CborWriter writer) {
            writer.array(1).list(costs, AverageCost::writeTo);
        }

        private static AverageCosts readFrom(CborReader reader) {
            return new AverageCosts(reader.list(COSTS_MAX, () -> AverageCost.readFrom(reader)));
        }
    }

    /** Of a later version. */
    record Unknown(int number) implements Reply {
        @Override
        public void writeTo(CborWriter writer) {
            writer.array(0);
        }
    }

    static Reply readFrom(int kind, CborReader reader) {
        return switch (kind) {
            case ReceiptFound.KIND -> reader.fields(3, () -> receipt(reader));
            case ReceiptPruned.KIND -> reader.fields(1, () -> new ReceiptPruned(Parts.day(reader)));
            case NotKnown.KIND -> reader.fields(0, NotKnown::new);
            case Baskets.KIND -> reader.fields(1, 2, there -> baskets(there, reader));
            case BasketClaimed.KIND ->
                    reader.fields(
                            2,
                            () ->
                                    new BasketClaimed(
                                            Parts.code(reader), EntryBytes.readFrom(reader)));
            case BasketTaken.KIND ->
                    reader.fields(2, () -> new BasketTaken(Parts.code(reader), Parts.time(reader)));
            case Stock.KIND -> reader.fields(5, () -> stock(reader));
            case NotAnswered.KIND ->
                    reader.fields(1, () -> new NotAnswered(reader.text(Limits.TEXT_MAX)));
            case BasketReleased.KIND -> reader.fields(0, BasketReleased::new);
            case GiftCard.KIND -> reader.fields(5, () -> card(reader));
            case Exchanged.KIND ->
                    reader.fields(
                            3,
                            () ->
                                    new Exchanged(
                                            reader.integer(), reader.integer(), reader.integer()));
            case AverageCosts.KIND -> reader.fields(1, () -> AverageCosts.readFrom(reader));
            default -> {
                reader.skip();
                yield new Unknown(kind);
            }
        };
    }

    private static ReceiptFound receipt(CborReader reader) {
        return new ReceiptFound(
                Parts.code(reader),
                EntryBytes.readFrom(reader),
                reader.list(RETURNED_MAX, () -> ReturnedPart.readFrom(reader)));
    }

    private static Baskets baskets(int there, CborReader reader) {
        return new Baskets(
                reader.list(BASKETS_MAX, () -> ParkedBasket.readFrom(reader)),
                there == 1
                        ? List.of()
                        : reader.list(BASKETS_MAX, () -> ResumedBasket.readFrom(reader)));
    }

    private static GiftCard card(CborReader reader) {
        String number = Parts.code(reader);
        return new GiftCard(
                new CardMovement(number, reader.integer(), reader.integer()),
                new CardMovement(number, reader.integer(), reader.integer()));
    }

    private static Stock stock(CborReader reader) {
        return new Stock(
                Parts.code(reader),
                Quantity.readFrom(reader),
                reader.takeNothing() ? null : Parts.time(reader));
    }
}
