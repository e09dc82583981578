package io.tidemark.edge;

import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.masterdata.Exchange;
import io.tidemark.ledger.masterdata.ExchangeTerms;
import io.tidemark.ledger.masterdata.ForeignRate;
import io.tidemark.ledger.masterdata.Identification;
import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.Operator;
import io.tidemark.ledger.masterdata.OperatorRole;
import io.tidemark.ledger.masterdata.PackageCode;
import io.tidemark.ledger.masterdata.PinVerifier;
import io.tidemark.ledger.masterdata.Product;
import io.tidemark.ledger.masterdata.Rules;
import io.tidemark.ledger.masterdata.SignedMasterData;
import io.tidemark.ledger.masterdata.SoldAs;
import io.tidemark.ledger.masterdata.TaxDefinition;
import io.tidemark.ledger.masterdata.Trade;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the shop of the tests sells, as head office signs it. */
public final class Stock {
    private Stock() {}

    /** Puts a signed master-data file where a till finds it at its start. */
    public static void putInto(Path directory, long version) {
        put(masterData(version), directory, version);
    }

    /** The same with a cashier 11, a supervisor 21, and nothing off without the supervisor. */
    public static void putWithPeopleInto(Path directory, long version) {
        putWithPeopleInto(
                directory,
                version,
                new Rules(List.of(Approval.DISCOUNT, Approval.NO_SALE), 100_000));
    }

    /** The same with other rules. */
    public static void putWithPeopleInto(Path directory, long version, Rules rules) {
        MasterData without = masterData(version).data();
        MasterData data =
                new MasterData(
                        without.organisation(),
                        version,
                        without.taxes(),
                        without.products(),
                        List.of(
                                operator("11", "Mary", OperatorRole.CASHIER, "1111"),
                                operator("12", "Tom", OperatorRole.CASHIER, "1212"),
                                operator("21", "Sue", OperatorRole.SUPERVISOR, "2121")),
                        rules);
        put(SignedMasterData.sign(data, RunningTill.HEAD_OFFICE_KEY.signer()), directory, version);
    }

    /**
     * The same, in a store that takes euros, with gin that has a deposit and is not for everybody,
     * gift cards, and ham whose scales print its weight (23) or its price (02).
     */
    public static void putWithDrinksInto(Path directory, long version) {
        MasterData without = masterData(version).data();
        List<Product> products = new ArrayList<>(without.products());
        products.add(product("GIN", "GIN", "17").as(new SoldAs(LineKind.GOODS, "BOTTLE", 18)));
        products.add(product("BOTTLE", "BOTTLE", "0.20").as(new SoldAs(LineKind.DEPOSIT, null, 0)));
        products.add(
                new Product(
                                "CARD",
                                null,
                                "GIFT CARD",
                                "CARDS",
                                "Z",
                                Unit.PIECE,
                                UnitPrice.of("0"),
                                RunningTill.GBP)
                        .as(new SoldAs(LineKind.GIFT_CARD, null, 0)));
        products.add(
                new Product(
                        "1234",
                        null,
                        "HAM",
                        "DELI",
                        "S",
                        Unit.KILOGRAM,
                        UnitPrice.of("31.90"),
                        RunningTill.GBP));
        List<TaxDefinition> taxes = new ArrayList<>(without.taxes());
        taxes.add(new TaxDefinition(new TaxCategory("Z", new TaxRate(0)), "Outside"));
        ForeignRate euros =
                new ForeignRate(
                        RunningTill.GBP,
                        new CurrencyCode("EUR"),
                        new ExchangeRate(new BigDecimal("0.86")),
                        List.of());
        MasterData data =
                new MasterData(
                        without.organisation(),
                        version,
                        taxes,
                        products,
                        List.of(),
                        Rules.NONE,
                        null,
                        new Trade(List.of(), List.of(euros))
                                .with(List.of(code("02IIIIIVPPPPC", 2), code("23IIIIIQQQQQC", 3))));
        put(SignedMasterData.sign(data, RunningTill.HEAD_OFFICE_KEY.signer()), directory, version);
    }

    /** The same in a bureau de change, which buys dollars at 0.75 and sells them at 0.81. */
    public static void putWithRatesInto(Path directory, long version) {
        MasterData without = masterData(version).data();
        CurrencyCode usd = new CurrencyCode("USD");
        ExchangeTerms dollars =
                new ExchangeTerms(
                        RunningTill.GBP,
                        LocalDate.of(2000, 1, 1),
                        new ExchangeTerms.Rates(
                                rate("0.78"),
                                rate("0.75"),
                                rate("0.81"),
                                rate("0.74"),
                                rate("0.82")),
                        new ExchangeTerms.Handling(
                                new Money(500, usd),
                                new Money(1, RunningTill.GBP),
                                new ExchangeTerms.Commission(0, new Money(0, RunningTill.GBP))),
                        new ExchangeTerms.Bounds(new Money(0, usd), new Money(100_000, usd)),
                        List.of());
        Identification papers =
                new Identification("GB", new Money(6_000, RunningTill.GBP), 2, List.of());
        Exchange exchange = new Exchange(List.of(dollars), List.of(papers));
        MasterData data =
                new MasterData(
                        without.organisation(),
                        version,
                        without.taxes(),
                        without.products(),
                        List.of(),
                        Rules.NONE,
                        null,
                        Trade.NONE.with(exchange));
        put(SignedMasterData.sign(data, RunningTill.HEAD_OFFICE_KEY.signer()), directory, version);
    }

    private static ExchangeRate rate(String decimal) {
        return new ExchangeRate(new BigDecimal(decimal));
    }

    private static PackageCode code(String pattern, int decimals) {
        return new PackageCode(RunningTill.GBP, pattern, decimals, "the shop's scales", List.of());
    }

    private static Operator operator(String number, String name, OperatorRole role, String pin) {
        byte[] salt = new byte[PinVerifier.SALT_BYTES];
        return new Operator(number, name, role, PinVerifier.of(pin.toCharArray(), salt, 1_000));
    }

    private static void put(SignedMasterData data, Path directory, long version) {
        byte[] file = data.toBytes();
        try {
            Path masterData = Files.createDirectories(directory.resolve("master-data"));
            Files.write(masterData.resolve(String.format("%010d.tmd", version)), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SignedMasterData masterData(long version) {
        TaxCategory standard = new TaxCategory("S", new TaxRate(200_000));
        return SignedMasterData.sign(
                new MasterData(
                        RunningTill.TILL.organisation(),
                        version,
                        List.of(new TaxDefinition(standard, "Standard")),
                        List.of(
                                product("85123A", "WHITE HANGING HEART T-LIGHT HOLDER", "2.55"),
                                product("71053", "WHITE METAL LANTERN", "3.39"))),
                RunningTill.HEAD_OFFICE_KEY.signer());
    }

    private static Product product(String plu, String description, String price) {
        return new Product(
                plu,
                null,
                description,
                "GIFTS",
                "S",
                Unit.PIECE,
                UnitPrice.of(price),
                RunningTill.GBP);
    }
}
