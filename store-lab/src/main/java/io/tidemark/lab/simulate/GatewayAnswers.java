package io.tidemark.lab.simulate;

import io.tidemark.fog.question.StoreBaskets;
import io.tidemark.ledger.event.EntryPruned;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.question.Answered;
import io.tidemark.ledger.question.Question;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.Subject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A gateway's replies to its tills, by what it has; the product decides who gets a basket. */
final class GatewayAnswers {
    private static final int LOOKING_MILLIS = 5;
    private static final int AGAIN_ONE_IN = 8;

    private final Machine machine;
    private final StoreTables tables;
    private final StoreBaskets baskets;
    private final Map<Wire, Parcel> before = new HashMap<>();

    GatewayAnswers(Machine machine, StoreTables tables) {
        this.machine = machine;
        this.tables = tables;
        this.baskets = new StoreBaskets(tables, machine::now, machine::now);
    }

    /** As its certificate says who asks. */
    void asked(Wire wire, Parcel parcel) {
        Question question = Question.parse(parcel.bytes());
        machine.later(
                1 + machine.random().nextInt(LOOKING_MILLIS), () -> reply(wire, parcel, question));
    }

    private void reply(Wire wire, Parcel parcel, Question question) {
        Reply reply =
                switch (question.subject()) {
                    case Subject.FindReceipt(OriginalReceipt receipt) -> receipt(receipt);
                    case Subject.ClaimBasket(String basket) ->
                            machine.world()
                                    .parts()
                                    .claimed(baskets, tables, basket, wire.client().name());
                    case Subject.SuspendedBaskets _,
                            Subject.StockOnHand _,
                            Subject.ReleaseBasket _,
                            Subject.GiftCard _,
                            Subject.Exchanged _,
                            Subject.AverageCosts _,
                            Subject.Unknown _ ->
                            new Reply.NotAnswered("not simulated");
                };
        byte[] answered = new Answered(question.id(), reply).toBytes();
        machine.world()
                .oracle()
                .enquired()
                .said(this, machine, wire.client().name(), question, reply);
        sayAgain(wire);
        Parcel said = Parcel.of(parcel.connection(), Parcel.Kind.REPLY, answered);
        before.put(wire, said);
        wire.toClient(said);
    }

    /** What the device was told once may come to it once more, just when it waits for another. */
    private void sayAgain(Wire wire) {
        @Nullable Parcel last = before.get(wire);
        if (last != null && machine.random().nextInt(AGAIN_ONE_IN) == 0) wire.toClient(last);
    }

    private Reply receipt(OriginalReceipt receipt) {
        return tables.find(receipt)
                .map(place -> found(receipt, place))
                .or(() -> tables.prunedOn(receipt).map(Reply.ReceiptPruned::new))
                .orElseGet(Reply.NotKnown::new);
    }

    private Reply found(OriginalReceipt receipt, StoreTables.Place place) {
        try {
            return new Reply.ReceiptFound(
                    place.journal().node().device(),
                    tables.journal(place).entry(place.sequence()),
                    tables.returned(receipt));
        } catch (EntryPruned pruned) {
            return new Reply.ReceiptPruned(pruned.left().why().on());
        }
    }
}
