package io.tidemark.node.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Two tills with receipts, and the tables that follow them in a directory of their own. */
abstract class FollowedTills {
    static final Duration SOON = Duration.ofSeconds(30);
    static final byte[] KEY = new byte[32];

    @TempDir Path directory;

    final MemoryJournal till1 = Shop.recorded(1, 300, 1);
    final MemoryJournal till2 = Shop.recorded(2, 200, 2);

    Projection started(MemoryJournal... journals) {
        Projection projection = Projection.start(place(), new Shop(), List.of(journals));
        assertThat(projection.awaitReadable(SOON)).as(projection.status().detail()).isTrue();
        return projection;
    }

    Contents closedAfter(MemoryJournal... journals) {
        try (Projection projection = started(journals)) {
            return Contents.of(projection);
        }
    }

    ProjectionPlace place() {
        return new ProjectionPlace(directory, KEY);
    }

    Path file() {
        return directory.resolve("shop.mv.db");
    }

    Path marker() {
        return directory.resolve("shop.clean");
    }

    static long count(String table, Projection projection) {
        return projection.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                found.next();
                return found.getLong(1);
            }
        });
    }
}
