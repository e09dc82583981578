package io.tidemark.edge.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.edge.RunningTill;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.Product;
import io.tidemark.ledger.masterdata.SignedMasterData;
import io.tidemark.ledger.masterdata.TaxDefinition;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is many times as large as what a JVM may have for everything. */
class LittleMemoryTest {
    private static final int ARTICLES = 200_000;
    private static final String HEAP = "-Xmx12m";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @Test
    void a_large_catalogue_is_taken_and_sold_from_in_a_heap_smaller_than_its_file()
            throws Exception {
        Path file = Files.write(directory.resolve("incoming.part"), catalogue());
        assertThat(Files.size(file)).isGreaterThan(12 << 20);

        Process till =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                HEAP,
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LittleMemoryTest.class.getName(),
                                directory.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(till.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(till.waitFor()).as(said).isZero();
    }

    /** What the small JVM does: takes the file, and looks up each hundredth article. */
    public static void main(String[] directory) throws IOException {
        Path home = Path.of(directory[0]);
        Catalogues catalogues =
                new Catalogues(
                        new MasterDataFiles(home, new CurrencyCode("GBP"), _ -> true),
                        () -> LocalDate.of(2026, 12, 1));
        if (!catalogues.use(catalogues.keep(home.resolve("incoming.part"))))
            throw new IOException("the file was not taken");
        for (int i = 0; i < ARTICLES; i += 100)
            if (catalogues.current().byPlu("P" + i).isEmpty())
                throw new IOException("article P" + i + " is missing");
        if (catalogues.current().search("number 4711").isEmpty())
            throw new IOException("nothing was found by its words");
    }

    private static byte[] catalogue() {
        TaxDefinition tax = new TaxDefinition(new TaxCategory("S", new TaxRate(200_000)), "VAT");
        List<Product> products =
                IntStream.range(0, ARTICLES)
                        .mapToObj(i ->
                                new Product(
                                        "P" + i,
                                        null,
                                        "An article of the usual size, number " + i,
                                        "GIFTS",
                                        "S",
                                        Unit.PIECE,
                                        UnitPrice.of("2.55"),
                                        RunningTill.GBP))
                        .toList();
        return SignedMasterData.sign(
                        new MasterData(RunningTill.TILL.organisation(), 1, List.of(tax), products),
                        RunningTill.HEAD_OFFICE_KEY.signer())
                .toBytes();
    }
}
