package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.AskedDiscount;
import io.tidemark.edge.record.Authority;
import io.tidemark.edge.record.Basket;
import io.tidemark.edge.record.BasketLine;
import io.tidemark.edge.record.Command;
import io.tidemark.edge.record.Pricing;
import io.tidemark.lab.simulate.Cashier.Question;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.Money;
import java.time.LocalDate;
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
        if (lot < 11) return attended(id);
        if (lot < 13) return givenUp(id);
        if (lot < 15) return copied(id);
        return lot < 23 ? basket(id, true) : basket(id, false);
    }

    /** Somebody comes, goes or practises; whether they can just then, the till knows. */
    private Question attended(CommandId id) {
        OperatorSession.Kind kind =
                switch (random.nextInt(5)) {
                    case 0, 1 -> OperatorSession.Kind.SIGN_ON;
                    case 2 -> OperatorSession.Kind.SIGN_OFF;
                    case 3 -> OperatorSession.Kind.TRAINING_ON;
                    default -> OperatorSession.Kind.TRAINING_OFF;
                };
        String who = kind == OperatorSession.Kind.SIGN_ON ? "dora" + random.nextInt(100) : "";
        return free(new Ask.Attend(id, who, kind));
    }

    private Question givenUp(CommandId id) {
        Basket basket = new Basket(picked(false), List.of(), null, extras());
        return new Question(
                new Command(
                        new Ask.VoidBasket(id, OPERATOR, basket, null),
                        world.shelf().priced(basket),
                        Authority.ANYBODY));
    }

    private Question copied(CommandId id) {
        long receipt = 1 + random.nextLong(20);
        OriginalReceipt printed = new OriginalReceipt("store", "till", LocalDate.EPOCH, receipt);
        return new Question(
                Command.of(new Ask.CopyReceipt(id, OPERATOR, receipt))
                        .printing(new Command.Printed(printed, 0)));
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

    /** Now and then by whoever is signed on, who may be practising. */
    private Question basket(CommandId id, boolean returning) {
        List<BasketLine> asked = picked(returning);
        Basket.Extras extras = extras();
        Pricing.Result.Priced priced =
                world.shelf().priced(new Basket(asked, List.of(), null, extras));
        Money total = Money.sum(world.currency(), priced.lines(), Line::gross);
        Basket basket = new Basket(asked, tenders(total), null, extras);
        String who = random.nextInt(8) == 0 ? "" : OPERATOR;
        Ask ask = returning ? new Ask.TakeBack(id, who, basket) : new Ask.Sell(id, who, basket);
        return new Question(new Command(ask, priced, Authority.ANYBODY));
    }

    private List<BasketLine> picked(boolean returning) {
        List<BasketLine> asked = new ArrayList<>();
        int count = 1 + random.nextInt(random.nextInt(20) == 0 ? 40 : 4);
        for (int i = 0; i < count; i++) {
            BasketLine line = world.shelf().pick(random, returning);
            asked.add(random.nextInt(6) == 0 ? discounted(line) : line);
        }
        return asked;
    }

    private BasketLine discounted(BasketLine line) {
        return new BasketLine(
                line.article(), line.quantity(), line.price(), line.original(), discount(), "");
    }

    private Basket.Extras extras() {
        return random.nextInt(6) == 0
                ? new Basket.Extras(List.of(discount()), null, "")
                : Basket.Extras.NONE;
    }

    private AskedDiscount discount() {
        return AskedDiscount.ofRate(1 + random.nextInt(500_000), "simulated");
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
