package io.tidemark.lab.bench.bare;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import java.sql.SQLException;
import java.util.Map;

/** How many rows there are, and one more. */
@Controller("/rows")
final class BareDoor {
    private final BareTable table;

    BareDoor(BareTable table) {
        this.table = table;
    }

    @Get
    Map<String, Long> rows() throws SQLException {
        return Map.of("rows", table.rows());
    }

    @Post
    @Status(HttpStatus.CREATED)
    Map<String, Long> put(@Body Map<String, String> told) throws SQLException {
        table.put(told.toString());
        return rows();
    }
}
