package io.tidemark.fog.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads all rows of a query. */
final class Listing {
    private Listing() {}

    interface Mapping<T> {
        T from(ResultSet rows) throws SQLException;
    }

    static <T> List<T> of(PreparedStatement query, Mapping<T> mapping) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) found.add(mapping.from(rows));
            return found;
        }
    }
}
