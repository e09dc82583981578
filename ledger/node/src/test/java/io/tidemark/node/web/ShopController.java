package io.tidemark.node.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.node.writer.Decision;
import io.tidemark.node.writer.SingleWriter;
import java.util.List;

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
    record Sale(String operator, List<Line> lines) {}

    @Get("/")
    @Produces("text/html")
    String page() {
        return "<!doctype html><title>shop</title>";
    }

    @Post("/api/sales")
    String sell(@Body Sale sale) {
        return "sold " + sale.lines().size();
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
