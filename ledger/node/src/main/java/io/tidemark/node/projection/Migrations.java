package io.tidemark.node.projection;

import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.ValidateResult;

/**
 * The tables' definitions, as Flyway scripts. A database made by other scripts is not altered but
 * built anew.
 */
final class Migrations {
    private static final String OURS = "classpath:io/tidemark/node/projection";

    private final Flyway flyway;

    Migrations(H2File file, ProjectionSchema schema) {
        flyway =
                Flyway.configure()
                        .dataSource(file.writer())
                        .locations(OURS, schema.migrations())
                        .cleanDisabled(true)
                        .validateMigrationNaming(true)
                        .load();
    }

    void run() {
        flyway.migrate();
    }

    /** How the database differs from what the scripts would make. */
    Optional<String> stale() {
        ValidateResult result = flyway.validateWithResult();
        if (result.validationSuccessful) return Optional.empty();
        return Optional.of("it was made by other scripts (" + result.getAllErrorMessages() + ")");
    }
}
