package io.tidemark.node.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sound file with wrong rows, as H2 may make one of wrong pages without a word. */
class SilentChangeTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir private Path directory;

    private final MemoryJournal till = Shop.recorded(1, 100, 3);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE line SET minor = minor + 1 WHERE id = (SELECT MIN(id) FROM line)",
                "UPDATE line SET remark = 'x' WHERE id = (SELECT MIN(id) FROM line WHERE remark IS NULL)",
                "UPDATE receipt SET at = DATEADD(MILLISECOND, 1, at) WHERE id = (SELECT MIN(id) FROM receipt)",
                "UPDATE receipt SET copied = NOT copied WHERE id = (SELECT MIN(id) FROM receipt WHERE copied IS NOT NULL)",
                "DELETE FROM line WHERE id = (SELECT MAX(id) FROM line)",
                "INSERT INTO line VALUES (1, 'plu', 1, 1, NULL)",
                "UPDATE takings SET minor = minor - 1 WHERE hour_of_day = (SELECT MIN(hour_of_day) FROM takings)",
                "DELETE FROM tidemark.followed",
                "UPDATE tidemark.followed SET sequence = 7",
                "DELETE FROM tidemark.content",
                "UPDATE tidemark.content SET digest_c = digest_c + 1",
                "DROP TABLE line",
                "ALTER TABLE receipt DROP CONSTRAINT IF EXISTS nothing; CREATE INDEX quick ON line (plu)"
            })
    void rows_changed_behind_its_back_are_noticed(String change) throws SQLException {
        Contents before = closed();
        try (Connection connection = new H2File(place(), "shop").writer().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(change);
        }

        try (Projection again = started()) {
            assertThat(again.status().rebuilds()).isOne();
            assertThat(Contents.of(again)).isEqualTo(before);
        }
    }

    private Contents closed() {
        try (Projection projection = started()) {
            return Contents.of(projection);
        }
    }

    private Projection started() {
        Projection projection = Projection.start(place(), new Shop(), List.of(till));
        assertThat(projection.awaitReadable(SOON)).as(projection.status().detail()).isTrue();
        return projection;
    }

    private ProjectionPlace place() {
        return new ProjectionPlace(directory, new byte[32]);
    }
}
