package io.tidemark.edge;

import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.Operator;
import io.tidemark.ledger.masterdata.OperatorRole;
import io.tidemark.ledger.masterdata.PinVerifier;
import io.tidemark.ledger.masterdata.Product;
import io.tidemark.ledger.masterdata.Rules;
import io.tidemark.ledger.masterdata.SignedMasterData;
import io.tidemark.ledger.masterdata.TaxDefinition;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
