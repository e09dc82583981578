package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.Confirming;
import io.tidemark.edge.record.DeviceKind;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** What customers and the shop want, and what begins and ends a day. */
final class Wishes {
    static final String OPERATOR = "anna";

    private final World world;
    private final DeviceKind kind;
    private final TillSite site;
    private final SplittableRandom random;
    private final Notebook notebook;
    private final BasketWishes baskets;
    private final ReceiptWishes receipts;
    private final GoodsWishes goods;
    private final MoneyWishes money;

    Wishes(World world, TillSite site, SplittableRandom random, Notebook notebook) {
        this.world = world;
        this.kind = site.workplace().kind();
        this.site = site;
        this.random = random;
        this.notebook = notebook;
        this.money = new MoneyWishes(world, random, notebook);
        this.baskets = new BasketWishes(world, random, notebook, money);
        this.receipts = new ReceiptWishes(world, random, notebook);
        this.goods = new GoodsWishes(world, random);
    }

    Question open(CommandId id) {
        return Question.of(new Ask.OpenDay(id, OPERATOR, cash(10_000 + random.nextInt(99))));
    }

    Question count(CommandId id) {
        return Question.of(
                new Ask.Count(
                        id,
                        OPERATOR,
                        cash(50_000).stream()
                                .map(each -> new CountedTender(TenderType.CASH, each))
                                .toList()));
    }

    Question close(CommandId id) {
        return Question.of(new Ask.CloseDay(id, OPERATOR));
    }

    Question trade(CommandId id) {
        return switch (kind) {
            case TILL -> baskets.disputed(id).orElseGet(() -> atTill(id));
            case HANDHELD -> goods.wish(id);
        };
    }

    /** Where there is no receipt or basket to do it to, somebody buys something. */
    private Question atTill(CommandId id) {
        int lot = random.nextInt(100);
        if (lot < 3) return moved(id, aKind());
        if (lot < 4) return confirmed(id).orElseGet(() -> moved(id, aKind()));
        if (lot < 6) return Question.of(new Ask.OpenDrawer(id, "ben", "change wanted"));
        if (lot < 12) return attended(id);
        if (lot < 14) return goods.wish(id);
        if (lot > 97) return money.exchange(id);
        if (lot > 96) return money.takenBack(id).orElseGet(() -> money.exchange(id));
        if (lot < 16) return baskets.givenUp(id);
        if (lot < 20) return baskets.suspended(id);
        if (lot < 24) return baskets.resumed(id).orElseGet(() -> baskets.sale(id));
        if (lot < 25) return baskets.empties(id);
        if (lot < 26) return receipts.copy(id).orElseGet(() -> baskets.sale(id));
        if (lot < 29) return receipts.postVoid(id).orElseGet(() -> baskets.sale(id));
        if (lot < 35) return receipts.lineBack(id).orElseGet(() -> baskets.sale(id));
        if (lot < 38) return ofAnotherTill(id).orElseGet(() -> baskets.sale(id));
        return lot < 42 ? baskets.withoutReceipt(id) : baskets.sale(id);
    }

    /** Whoever is at a till sees whether it is online. */
    private Optional<Question> ofAnotherTill(CommandId id) {
        boolean online = site.machine().node() instanceof TillNode till && till.isOnline();
        return receipts.ofAnotherTill(id, site.workstation(), online);
    }

    /** Somebody comes, goes or practises; now and then when it cannot be, which the till knows. */
    private Question attended(CommandId id) {
        OperatorSession.Kind what =
                switch (random.nextInt(6)) {
                    case 0 -> OperatorSession.Kind.SIGN_ON;
                    case 1 -> OperatorSession.Kind.SIGN_OFF;
                    case 2 -> OperatorSession.Kind.TRAINING_OFF;
                    default ->
                            notebook.isSomebodyOn()
                                    ? OperatorSession.Kind.TRAINING_ON
                                    : OperatorSession.Kind.SIGN_ON;
                };
        String who = what == OperatorSession.Kind.SIGN_ON ? "dora" + random.nextInt(100) : "";
        return Question.of(new Ask.Attend(id, who, what));
    }

    private Question moved(CommandId id, CashMovement.Kind what) {
        List<Money> amounts = cash(1 + random.nextInt(5_000));
        Money amount = amounts.get(random.nextInt(amounts.size()));
        return Question.of(
                new Ask.MoveCash(id, OPERATOR, new CashMovement(what, amount, "simulated")));
    }

    private CashMovement.Kind aKind() {
        CashMovement.Kind[] kinds = CashMovement.Kind.values();
        return kinds[random.nextInt(kinds.length)];
    }

    /** Somebody else says what they got of cash that moved before; empty where none waits. */
    private Optional<Question> confirmed(CommandId id) {
        return notebook.anyGiven(random)
                .map(movement ->
                        Question.of(
                                new Ask.ConfirmCash(
                                        id,
                                        OPERATOR,
                                        movement,
                                        new Confirming("cashier office", List.of(), ""))));
    }

    /** So much of every currency that the drawer has. */
    private List<Money> cash(long minor) {
        return world.drawer().stream().map(currency -> new Money(minor, currency)).toList();
    }
}
