package io.tidemark.lab.bench;

import io.tidemark.edge.catalogue.Catalogues;
import io.tidemark.edge.catalogue.DatedCatalogue;
import io.tidemark.edge.catalogue.MasterDataFiles;
import io.tidemark.edge.record.Article;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.masterdata.MasterDataStream;
import io.tidemark.ledger.masterdata.MasterDataStream.Contents;
import io.tidemark.ledger.money.CurrencyCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The till's look-ups in its own file, beside the same in a map and in a database, in this JVM. */
final class LookUps {
    private static final CurrencyCode GBP = new CurrencyCode("GBP");
    private static final int BATCH = 10_000;

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
        boolean finds(int number) throws SQLException;
    }

    Report run(Path file) throws IOException {
        long before = heapUsed();
        Catalogues catalogues =
                new Catalogues(
                        new MasterDataFiles(masterData, GBP, _ -> true),
                        () -> LocalDate.of(2026, 12, 1));
        catalogues.load(Optional.of(adopted(file)));
        DatedCatalogue catalogue = catalogues.current();
        try {
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
        } catch (SQLException e) {
            throw new IOException("the database beside it failed", e);
        }
    }

    private static MasterDataAdopted adopted(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Contents contents = MasterDataStream.read(in, (_, _, _) -> {});
            return new MasterDataAdopted(contents.version(), contents.content());
        }
    }

    private Report map(DatedCatalogue catalogue) throws SQLException {
        long before = heapUsed();
        Map<String, Article> articles = new HashMap<>();
        for (int i = 0; i < products; i++)
            articles.put(Articles.gtin(i), catalogue.byPlu(Articles.plu(i)).orElseThrow());
        Report report = measured(number -> articles.get(Articles.gtin(number)) != null);
        return report.put("heapKb", Math.max(0, heapUsed() - before) >> 10);
    }

    /** With its own cache, a primary key, and nothing else to do. */
    private Report database(DatedCatalogue catalogue) throws SQLException, IOException {
        Path directory = Files.createTempDirectory(masterData, "h2-");
        try (Connection h2 =
                DriverManager.getConnection("jdbc:h2:" + directory.resolve("articles"))) {
            fill(h2, catalogue);
            try (PreparedStatement query =
                    h2.prepareStatement(
                            "SELECT plu, description, department, price FROM article WHERE gtin = ?")) {
                return measured(number -> finds(query, Articles.gtin(number)));
            }
        }
    }

    private void fill(Connection h2, DatedCatalogue catalogue) throws SQLException {
        h2.createStatement()
                .execute(
                        "CREATE TABLE article (gtin VARCHAR(14) PRIMARY KEY, plu VARCHAR(64), description"
                                + " VARCHAR(1000), department VARCHAR(64), price DECIMAL(15,6))");
        h2.setAutoCommit(false);
        try (PreparedStatement insert =
                h2.prepareStatement("INSERT INTO article VALUES (?, ?, ?, ?, ?)")) {
            for (int i = 0; i < products; i++) {
                Article article = catalogue.byPlu(Articles.plu(i)).orElseThrow();
                insert.setString(1, Articles.gtin(i));
                insert.setString(2, article.line().plu());
                insert.setString(3, article.line().description());
                insert.setString(4, article.line().department());
                insert.setBigDecimal(5, article.price().value());
                insert.addBatch();
                if (i % BATCH == BATCH - 1) insert.executeBatch();
            }
            insert.executeBatch();
        }
        h2.commit();
    }

    private static boolean finds(PreparedStatement query, String gtin) throws SQLException {
        query.setString(1, gtin);
        try (ResultSet row = query.executeQuery()) {
            return row.next() && row.getString(2) != null && row.getBigDecimal(4) != null;
        }
    }

    /** At random, after as many that are not measured. */
    private Report measured(LookUp lookUp) throws SQLException {
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
