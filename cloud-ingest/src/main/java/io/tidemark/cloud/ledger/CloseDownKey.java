package io.tidemark.cloud.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Which filed close-down a row is of: of each there is one that counts. */
record CloseDownKey(String store, LocalDate day, int supplement) {
    static CloseDownKey of(ResultSet row) throws SQLException {
        return new CloseDownKey(
                row.getString("store"),
                row.getObject("business_day", LocalDate.class),
                row.getInt("supplement"));
    }

    boolean isOfDayOf(CloseDownKey other) {
        return store.equals(other.store) && day.equals(other.day);
    }
}
