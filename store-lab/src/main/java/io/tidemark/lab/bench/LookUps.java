package io.tidemark.lab.bench;

import io.tidemark.edge.catalogue.Catalogues;
import io.tidemark.edge.catalogue.DatedCatalogue;
import io.tidemark.edge.catalogue.MasterDataFiles;
import io.tidemark.edge.record.Article;
import io.tidemark.lab.bench.tables.ArticleTable;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.masterdata.MasterDataStream;
import io.tidemark.ledger.masterdata.MasterDataStream.Contents;
import io.tidemark.ledger.money.CurrencyCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The till's look-ups in its own file, beside the same in a map and in a database, in this JVM. */
final class LookUps {
    private static final CurrencyCode GBP = new CurrencyCode("GBP");

    private final Path masterData;
    private final int products;
    private final int count;

    /**
     * @param masterData a till's directory
     */
    LookUps(Path masterData, int products, int count) {
        this.masterData = masterData;
        this.products = products;
        this.count = count;
    }

    private interface LookUp {
        boolean finds(int number);
    }

    Report run(Path file) throws IOException {
        long before = heapUsed();
        Catalogues catalogues =
                new Catalogues(
                        new MasterDataFiles(masterData, GBP, _ -> true),
                        () -> LocalDate.of(2026, 12, 1));
        catalogues.load(Optional.of(adopted(file)));
        DatedCatalogue catalogue = catalogues.current();
        Report found =
                new Report()
                        .put(
                                "byGtin",
                                measured(number ->
                                        catalogue.byGtin(Articles.gtin(number)).isPresent()))
                        .put(
                                "byPlu",
                                measured(number ->
                                        catalogue.byPlu(Articles.plu(number)).isPresent()));
        found.put("heapKb", Math.max(0, heapUsed() - before) >> 10);
        return found.put("map", map(catalogue)).put("h2", database(catalogue));
    }

    private static MasterDataAdopted adopted(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Contents contents = MasterDataStream.read(in, (_, _, _) -> {});
            return new MasterDataAdopted(contents.version(), contents.content());
        }
    }

    private Report map(DatedCatalogue catalogue) {
        long before = heapUsed();
        Map<String, Article> articles = new HashMap<>();
        for (int i = 0; i < products; i++)
            articles.put(Articles.gtin(i), catalogue.byPlu(Articles.plu(i)).orElseThrow());
        Report report = measured(number -> articles.get(Articles.gtin(number)) != null);
        return report.put("heapKb", Math.max(0, heapUsed() - before) >> 10);
    }

    private Report database(DatedCatalogue catalogue) throws IOException {
        try (ArticleTable table = ArticleTable.in(Files.createTempDirectory(masterData, "h2-"))) {
            for (int i = 0; i < products; i++) {
                Article article = catalogue.byPlu(Articles.plu(i)).orElseThrow();
                table.add(
                        Articles.gtin(i),
                        article.line().plu(),
                        article.line().description(),
                        article.price().toString());
            }
            table.flush();
            return measured(number -> table.has(Articles.gtin(number)));
        }
    }

    /** At random, after as many that are not measured. */
    private Report measured(LookUp lookUp) {
        Random random = new Random(1);
        Percentiles times = new Percentiles(count);
        for (int i = -count; i < count; i++) {
            int number = random.nextInt(products);
            long start = System.nanoTime();
            boolean found = lookUp.finds(number);
            long took = System.nanoTime() - start;
            if (!found) throw new IllegalStateException("article " + number + " was not found");
            if (i >= 0) times.add(took);
        }
        return new Report()
                .put("p50Micros", times.micros(0.5))
                .put("p99Micros", times.micros(0.99))
                .put("p999Micros", times.micros(0.999));
    }

    /** What is left after a collection. */
    private static long heapUsed() {
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
