package io.tidemark.edge.record;

import io.tidemark.ledger.event.AgeCheck;
import io.tidemark.ledger.event.CardUse;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.masterdata.ForeignRate;
import io.tidemark.ledger.masterdata.SoldAs;
import io.tidemark.ledger.masterdata.Terms;
import io.tidemark.ledger.masterdata.Trade;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A till of a shop near a border: in some currency, by some terms, that takes euros for 0.94, and
 * sells a bottle with a deposit, spirits from 18 years on, gift cards, and things of any price.
 */
final class Bureau {
    static final CurrencyCode EUR = new CurrencyCode("EUR");
    static final TaxCategory NORMAL = new TaxCategory("S", new TaxRate(81_000));
    static final TaxCategory REDUCED = new TaxCategory("R", new TaxRate(26_000));
    static final TaxCategory NONE = new TaxCategory("Z", new TaxRate(0));

    final TillAtWork till;
    final CurrencyCode currency;
    private final Shelf shelf;
    private final List<BasketLine> lines = new ArrayList<>();
    private final List<Tender> tenders = new ArrayList<>();
    private final List<AskedDiscount> discounts = new ArrayList<>();
    private final Map<String, CardKnown> cards = new HashMap<>();
    private @Nullable Money tip;
    private @Nullable AgeCheck age;
    private boolean unchecked;

    private Bureau(CurrencyCode currency, Terms terms) {
        this.currency = currency;
        this.till = new TillAtWork(currency).open();
        this.shelf = new Shelf(new Trade(List.of(terms), rates(currency)));
    }

    static Bureau in(String country, String currency) {
        CurrencyCode code = new CurrencyCode(currency);
        return new Bureau(code, new Terms(code, false, false, country, List.of()));
    }

    static Bureau by(boolean taxExcluded, boolean taxPerReceipt) {
        return new Bureau(EUR, new Terms(EUR, taxExcluded, taxPerReceipt, null, List.of()));
    }

    private static List<ForeignRate> rates(CurrencyCode currency) {
        return currency.equals(EUR)
                ? List.of()
                : List.of(
                        new ForeignRate(
                                currency,
                                EUR,
                                new ExchangeRate(new BigDecimal("0.94")),
                                List.of()));
    }

    Bureau thing(String price) {
        return thing(price, NORMAL, "1");
    }

    Bureau thing(String price, TaxCategory tax, String quantity) {
        lines.add(
                new BasketLine(
                        new BasketLine.Named(null, null, "Thing", "things", tax.code()),
                        Quantity.of(quantity, Unit.PIECE),
                        UnitPrice.of(price),
                        null));
        return this;
    }

    Bureau article(String plu, String quantity) {
        lines.add(
                new BasketLine(
                        TillAtWork.named(plu), Quantity.of(quantity, Unit.PIECE), null, null));
        return this;
    }

    Bureau giftCard(String number, String amount) {
        lines.add(
                new BasketLine(
                        TillAtWork.named("CARD"),
                        Quantity.pieces(1),
                        UnitPrice.of(amount),
                        null,
                        null,
                        "",
                        number));
        return this;
    }

    Bureau cash(long minor) {
        return pay(TenderType.CASH, new Money(minor, currency));
    }

    Bureau card(long minor) {
        return pay(TenderType.CARD, new Money(minor, currency));
    }

    Bureau euros(long minor) {
        return pay(TenderType.CASH, new Money(minor, EUR));
    }

    Bureau redeem(String number, long minor) {
        tenders.add(Tender.of(new CardUse(number, false), new Money(minor, currency)));
        return this;
    }

    Bureau pay(TenderType type, Money amount) {
        tenders.add(Tender.of(type, amount));
        return this;
    }

    Bureau tip(long minor) {
        tip = new Money(minor, currency);
        return this;
    }

    /** Off the whole basket, in parts per million. */
    Bureau off(int ppm) {
        discounts.add(new AskedDiscount("sale", ppm, null));
        return this;
    }

    Bureau aged(int years) {
        age = new AgeCheck(years, AgeCheck.How.DOCUMENT);
        return this;
    }

    /** What the gateway tells of a card from now on. */
    Bureau told(String number, CardKnown known) {
        cards.put(number, known);
        return this;
    }

    Bureau unchecked() {
        unchecked = true;
        return this;
    }

    Event sold() {
        return recorded(new Ask.Sell(TillAtWork.newId(), TillAtWork.OPERATOR, basket()));
    }

    Event takenBack() {
        return recorded(new Ask.TakeBack(TillAtWork.newId(), TillAtWork.OPERATOR, basket()));
    }

    Refusal refused() {
        Ask.Sell ask = new Ask.Sell(TillAtWork.newId(), TillAtWork.OPERATOR, basket());
        return switch (decide(ask)) {
            case Decision.Refused(Refusal refusal) -> refusal;
            case Decision.Append _,
                    Decision.Repeated _,
                    Decision.Conflict _,
                    Decision.RefusedOnRecord _ ->
                    throw new AssertionError("was not refused");
        };
    }

    Event recorded(Ask ask) {
        return switch (decide(ask)) {
            case Decision.Append(List<Entry> entries) -> entries.getLast().event();
            case Decision.Refused(Refusal refusal) -> throw new AssertionError(refusal.why());
            case Decision.Repeated _, Decision.Conflict _, Decision.RefusedOnRecord _ ->
                    throw new AssertionError("asked before");
        };
    }

    private Decision decide(Ask ask) {
        Basket basket = ask.basket();
        clear();
        return switch (new Pricing(shelf, currency).price(Objects.requireNonNull(basket))) {
            case Pricing.Result.Unsaleable(Refusal refusal) -> new Decision.Refused(refusal);
            case Pricing.Result.Priced priced ->
                    till.decide(
                            new Command(ask, priced, new Authority(till.staff, Set.of()))
                                    .with(Found.NONE.with(cards)));
        };
    }

    private Basket basket() {
        return new Basket(
                lines,
                tenders,
                null,
                new Basket.Extras(discounts, null, "", null, unchecked, tip, age));
    }

    private void clear() {
        lines.clear();
        tenders.clear();
        discounts.clear();
        tip = null;
        age = null;
        unchecked = false;
    }

    private record Shelf(Trade trade) implements Catalogue {
        @Override
        public long version() {
            return 3;
        }

        @Override
        public Optional<Article> byPlu(String plu) {
            return Optional.ofNullable(
                    switch (plu) {
                        case "COLA" -> article(plu, "1.20", REDUCED, goods("BOTTLE", 0));
                        case "BOTTLE" -> article(plu, "0.25", NORMAL, as(LineKind.DEPOSIT));
                        case "GIN" -> article(plu, "24.00", NORMAL, goods(null, 18));
                        case "CARD" -> article(plu, "0", NONE, as(LineKind.GIFT_CARD));
                        case "OLIVES" ->
                                article(plu, Unit.KILOGRAM, "9.00", REDUCED, goods("BOTTLE", 0));
                        case "ORPHAN" -> article(plu, "1.00", NORMAL, goods("GONE", 0));
                        default -> null;
                    });
        }

        private static SoldAs goods(@Nullable String deposit, int age) {
            return new SoldAs(LineKind.GOODS, deposit, age);
        }

        private static SoldAs as(LineKind kind) {
            return new SoldAs(kind, null, 0);
        }

        private static Article article(String plu, String price, TaxCategory tax, SoldAs how) {
            return article(plu, Unit.PIECE, price, tax, how);
        }

        private static Article article(
                String plu, Unit unit, String price, TaxCategory tax, SoldAs how) {
            return new Article(
                    new Line.Article(plu, null, plu, "shop", tax),
                    unit,
                    UnitPrice.of(price),
                    null,
                    null,
                    how);
        }

        @Override
        public Optional<Article> byGtin(String gtin) {
            return Optional.empty();
        }

        @Override
        public Optional<TaxCategory> taxCategory(String code) {
            return List.of(NORMAL, REDUCED, NONE).stream()
                    .filter(category -> category.code().equals(code))
                    .findFirst();
        }
    }
}
