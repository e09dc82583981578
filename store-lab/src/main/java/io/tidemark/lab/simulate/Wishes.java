package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.Basket;
import io.tidemark.edge.record.BasketLine;
import io.tidemark.edge.record.Command;
import io.tidemark.lab.simulate.Cashier.Question;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What customers want, and what begins and ends a day. */
final class Wishes {
    private static final String OPERATOR = "anna";

    private final World world;
    private final SplittableRandom random;

    Wishes(World world, SplittableRandom random) {
        this.world = world;
        this.random = random;
    }

    Question open(CommandId id) {
        return free(new Ask.OpenDay(id, OPERATOR, cash(10_000 + random.nextInt(99))));
    }

    Question count(CommandId id) {
        return free(
                new Ask.Count(
                        id,
                        OPERATOR,
                        cash(50_000).stream()
                                .map(each -> new CountedTender(TenderType.CASH, each))
                                .toList()));
    }

    Question close(CommandId id) {
        return free(new Ask.CloseDay(id, OPERATOR));
    }

    Question trade(CommandId id) {
        int lot = random.nextInt(100);
        if (lot < 6) return moved(id, CashMovement.Kind.values()[random.nextInt(4)]);
        if (lot < 8) return free(new Ask.OpenDrawer(id, "ben", "change wanted"));
        return lot < 16 ? basket(id, true) : basket(id, false);
    }

    private Question moved(CommandId id, CashMovement.Kind kind) {
        List<Money> amounts = cash(1 + random.nextInt(5_000));
        Money amount = amounts.get(random.nextInt(amounts.size()));
        return free(new Ask.MoveCash(id, "anna", new CashMovement(kind, amount, "simulated")));
    }

    /** So much of every currency that the drawer has. */
    private List<Money> cash(long minor) {
        return world.drawer().stream().map(currency -> new Money(minor, currency)).toList();
    }

    private Question basket(CommandId id, boolean returning) {
        List<BasketLine> asked = new ArrayList<>();
        int count = 1 + random.nextInt(random.nextInt(20) == 0 ? 40 : 4);
        for (int i = 0; i < count; i++) asked.add(world.shelf().pick(random, returning));
        List<Line> lines = world.shelf().priced(asked);
        Money total =
                lines.stream().map(Line::gross).reduce(Money.zero(world.currency()), Money::plus);
        Basket basket = new Basket(asked, tenders(total), null);
        Ask ask =
                returning ? new Ask.TakeBack(id, "anna", basket) : new Ask.Sell(id, "anna", basket);
        return new Question(new Command(ask, lines, world.shelf().version()));
    }

    private List<Tender> tenders(Money total) {
        if (total.isNegative() || random.nextBoolean())
            return List.of(Tender.of(TenderType.CARD, total));
        return List.of(Tender.of(TenderType.CASH, total.plus(money(random.nextInt(500)))));
    }

    private static Question free(Ask ask) {
        return new Question(Command.of(ask));
    }

    private Money money(long minor) {
        return new Money(minor, world.currency());
    }
}
