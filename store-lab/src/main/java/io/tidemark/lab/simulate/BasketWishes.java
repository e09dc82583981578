package io.tidemark.lab.simulate;

import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.AskedDiscount;
import io.tidemark.edge.record.Authority;
import io.tidemark.edge.record.Basket;
import io.tidemark.edge.record.BasketLine;
import io.tidemark.edge.record.Command;
import io.tidemark.edge.record.Pricing;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.event.CardUse;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TransactionDetails.VoidedLines;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.UnitPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Baskets that are paid, given up, parked and taken up again. */
final class BasketWishes {
    private final World world;
    private final SplittableRandom random;
    private final Notebook notebook;
    private final MoneyWishes money;

    BasketWishes(World world, SplittableRandom random, Notebook notebook, MoneyWishes money) {
        this.world = world;
        this.random = random;
        this.notebook = notebook;
        this.money = money;
    }

    Question sale(CommandId id) {
        @Nullable String suspended = some(notebook.takenUp());
        String who = suspended == null ? somebody() : Wishes.OPERATOR;
        List<BasketLine> goods = picked(false);
        if (random.nextInt(12) == 0) goods.add(giftCard(id));
        Paid paid = paid(goods, tipped(extras(suspended)));
        return paid.question(new Ask.Sell(id, who, paid.basket()));
    }

    /** Of a number that no other has. */
    private BasketLine giftCard(CommandId id) {
        return new BasketLine(
                new BasketLine.Named(Shelf.CARD, null, null, null, null),
                Quantity.pieces(1),
                new UnitPrice(money(100 + random.nextInt(9_900)).decimal()),
                null,
                null,
                "",
                id.toString());
    }

    /** Empty bottles for money. */
    Question empties(CommandId id) {
        BasketLine bottles =
                new BasketLine(
                        new BasketLine.Named(Shelf.BOTTLE, null, null, null, null),
                        Quantity.pieces(-1 - random.nextInt(24)),
                        null,
                        null);
        Paid paid = paid(List.of(bottles), Basket.Extras.NONE);
        return paid.question(new Ask.TakeBack(id, Wishes.OPERATOR, paid.basket()));
    }

    Question withoutReceipt(CommandId id) {
        Paid paid = paid(picked(true), extras(null));
        return paid.question(new Ask.TakeBack(id, somebody(), paid.basket()));
    }

    /** Now and then whoever is signed on, who may be practising. */
    private String somebody() {
        return random.nextInt(notebook.isPractising() ? 2 : 8) == 0 ? "" : Wishes.OPERATOR;
    }

    Question givenUp(CommandId id) {
        Paid unpaid = unpaid(extras(some(notebook.takenUp())));
        return unpaid.question(new Ask.VoidBasket(id, Wishes.OPERATOR, unpaid.basket(), null));
    }

    Question suspended(CommandId id) {
        Paid unpaid = unpaid(extras(some(notebook.takenUp())));
        return unpaid.question(new Ask.Suspend(id, Wishes.OPERATOR, unpaid.basket()));
    }

    /**
     * One of this till, now and then one that was taken up already, which must be refused; or
     * whichever basket of the store a customer comes with.
     */
    Optional<Question> resumed(CommandId id) {
        List<String> from =
                switch (random.nextInt(8)) {
                    case 0 -> notebook.takenUp();
                    case 1, 2, 3 -> world.slips();
                    default -> notebook.parked();
                };
        Optional<String> slip = Optional.ofNullable(any(from));
        if (random.nextInt(3) == 0) slip.ifPresent(world::disputed);
        return slip.map(basket -> resumed(id, basket));
    }

    /** Whoever has the other slip of a basket that somebody just came with. */
    Optional<Question> disputed(CommandId id) {
        return world.takeDisputed().map(basket -> resumed(id, basket));
    }

    private static Question resumed(CommandId id, String basket) {
        return Question.of(new Ask.Resume(id, Wishes.OPERATOR, basket));
    }

    /** A basket with its prices, and its tenders if it has any. */
    private record Paid(Basket basket, Pricing.Result.Priced goods) {
        Question question(Ask ask) {
            return new Question(new Command(ask, goods, Authority.ANYBODY), null);
        }
    }

    private Paid paid(List<BasketLine> asked, Basket.Extras extras) {
        Paid unpaid = priced(new Basket(asked, List.of(), null, extras));
        @Nullable Money tip = extras.tip();
        Money goods = Money.sum(world.currency(), unpaid.goods().lines(), Line::gross);
        Money total = tip == null ? goods : goods.plus(tip);
        return new Paid(new Basket(asked, tenders(total), null, extras), unpaid.goods());
    }

    private Paid unpaid(Basket.Extras extras) {
        return priced(new Basket(picked(false), List.of(), null, extras));
    }

    private Paid priced(Basket basket) {
        return new Paid(basket, world.shelf().priced(basket));
    }

    private List<BasketLine> picked(boolean returning) {
        List<BasketLine> asked = new ArrayList<>();
        int count = 1 + random.nextInt(random.nextInt(20) == 0 ? 40 : 4);
        for (int i = 0; i < count; i++) {
            BasketLine line = world.shelf().pick(random, returning);
            asked.add(random.nextInt(5) == 0 ? unusual(line) : line);
        }
        return asked;
    }

    /** At a discount, or another price than the catalogue's. */
    private BasketLine unusual(BasketLine line) {
        boolean priced = random.nextInt(3) == 0;
        UnitPrice price = new UnitPrice(BigDecimal.valueOf(1 + random.nextInt(60_000), 3));
        return new BasketLine(
                line.article(),
                line.quantity(),
                priced ? price : null,
                line.original(),
                priced ? null : discount(),
                priced ? "damaged" : "");
    }

    private Basket.Extras extras(@Nullable String suspended) {
        List<AskedDiscount> discounts =
                random.nextInt(6) == 0 ? List.of(discount()) : List.<AskedDiscount>of();
        @Nullable VoidedLines voided =
                random.nextInt(12) == 0
                        ? new VoidedLines(1 + random.nextInt(3), money(random.nextInt(9_000)))
                        : null;
        return new Basket.Extras(discounts, voided, "", suspended, false);
    }

    /** One customer in ten leaves something for those who serve. */
    private Basket.Extras tipped(Basket.Extras extras) {
        if (random.nextInt(10) > 0) return extras;
        return new Basket.Extras(
                extras.discounts(),
                extras.voided(),
                extras.reason(),
                extras.suspended(),
                extras.unchecked(),
                money.tip(),
                null);
    }

    private AskedDiscount discount() {
        return AskedDiscount.ofRate(1 + random.nextInt(500_000), "simulated");
    }

    private List<Tender> tenders(Money total) {
        if (total.minor() > 0 && random.nextInt(8) == 0) return List.of(money.notesFor(total));
        Optional<String> card = notebook.anyCard(random);
        if (total.minor() > 1 && card.isPresent() && random.nextInt(4) == 0)
            return withGiftCard(card.get(), total);
        if (total.isNegative() || random.nextBoolean())
            return List.of(Tender.of(TenderType.CARD, total));
        return List.of(Tender.of(TenderType.CASH, total.plus(money(random.nextInt(500)))));
    }

    /** For half of it at least, whether or not so much is left on the card; the till must look. */
    private List<Tender> withGiftCard(String number, Money total) {
        Money part = money(total.minor() - random.nextLong(total.minor() / 2));
        Tender card = Tender.of(new CardUse(number, false), part);
        Money rest = total.minus(part);
        return rest.isZero() ? List.of(card) : List.of(card, Tender.of(TenderType.CARD, rest));
    }

    private Money money(long minor) {
        return new Money(minor, world.currency());
    }

    /** Every other time. */
    private @Nullable String some(List<String> baskets) {
        return random.nextBoolean() ? any(baskets) : null;
    }

    private @Nullable String any(List<String> baskets) {
        return baskets.isEmpty() ? null : baskets.get(random.nextInt(baskets.size()));
    }
}
