package io.tidemark.node.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.node.writer.Decision;
import io.tidemark.node.writer.SingleWriter;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A small API with every way to go wrong. */
@Controller
@Requires(property = "test.shop")
@SuppressWarnings("DoNotCallSuggester") // called over HTTP only
final class ShopController {
    private final SingleWriter closedWriter;

    ShopController(SingleWriter closedWriter) {
        this.closedWriter = closedWriter;
    }

    @Serdeable
    record Line(String plu, int pieces) {
        Line {
            if (pieces == 0) throw new IllegalArgumentException("a line needs at least one piece");
        }
    }

    @Serdeable
    record Sale(
            String operator,
            List<Line> lines,
            @Nullable Amount expected,
            @JsonProperty("float") @Nullable List<Amount> cashFloat,
            @Nullable Boolean training,
            @Nullable UUID id,
            @Nullable LocalDate day,
            @Nullable String pin) {}

    @Get("/")
    @Produces("text/html")
    String page() {
        return "<!doctype html><title>shop</title>";
    }

    @Post("/api/sales")
    String sell(@Body Sale sale) {
        return "sold " + sale.lines().size();
    }

    @Get("/api/days/{day}/receipts/{number}")
    String receipt(LocalDate day, long number, @QueryValue int copies, @QueryValue UUID id) {
        return day + " " + number + " " + copies + " " + id;
    }

    @Put(value = "/api/table", consumes = "text/csv")
    String table(@Body InputStream csv) throws IOException {
        return "read " + csv.readAllBytes().length;
    }

    @Post("/api/day/close")
    String close() {
        throw new Refusal(
                Problem.of(
                                HttpStatus.CONFLICT,
                                "till-1 has not closed its day: close it there first")
                        .ofKind("close-down-blocked")
                        .with("blockers", List.of("till-1")));
    }

    @Post("/api/busy")
    String busy() {
        Decision<String> decision = group -> "decided";
        return closedWriter.submit(decision).join();
    }

    @Get("/api/bug")
    String bug() {
        throw new IllegalStateException("the inner workings");
    }
}
