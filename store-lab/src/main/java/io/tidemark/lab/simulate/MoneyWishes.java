package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.Authority;
import io.tidemark.edge.record.Command;
import io.tidemark.edge.record.Found;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.exchange.Quote;
import io.tidemark.ledger.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.SplittableRandom;

/** Money of other kinds: a foreign currency bought, sold and taken for goods, and tips. */
final class MoneyWishes {
    private static final int NOTES_MAX = 40;

    private final World world;
    private final SplittableRandom random;
    private final Notebook notebook;

    MoneyWishes(World world, SplittableRandom random, Notebook notebook) {
        this.world = world;
        this.random = random;
        this.notebook = notebook;
    }

    /** Bought or sold, also what the drawer may not have, which the till must refuse. */
    Question exchange(CommandId id) {
        Quote.Way way = random.nextInt(3) == 0 ? Quote.Way.SELL : Quote.Way.BUY;
        long note = world.shelf().money().note().minor();
        Money foreign =
                new Money(note * (1 + random.nextInt(NOTES_MAX)), world.shelf().money().foreign());
        return exchanging(
                new Ask.Exchange(
                        id,
                        Wishes.OPERATOR,
                        way,
                        foreign,
                        null,
                        null,
                        CurrencyExchanged.Customer.UNKNOWN,
                        null));
    }

    /** One of the day, without looking at whether that was done before. */
    Optional<Question> takenBack(CommandId id) {
        return notebook.anyExchange(random)
                .map(receipt ->
                        exchanging(
                                new Ask.UndoExchange(
                                        id, Wishes.OPERATOR, receipt, "simulated", null)));
    }

    private Question exchanging(Ask ask) {
        Command command =
                Command.of(ask, Authority.ANYBODY)
                        .with(Found.exchanging(world.shelf().trade().exchange(), null));
        return new Question(command, null);
    }

    /** Foreign notes for a total above zero, and some more than that. */
    Tender notesFor(Money total) {
        SimulatedMoney money = world.shelf().money();
        BigDecimal least =
                total.decimal()
                        .divide(
                                money.taken().value(),
                                money.foreign().digits(),
                                RoundingMode.CEILING);
        long minor = least.movePointRight(money.foreign().digits()).longValueExact();
        return Tender.of(TenderType.CASH, new Money(minor + random.nextInt(500), money.foreign()));
    }

    Money tip() {
        return new Money(1 + random.nextInt(400), world.currency());
    }
}
