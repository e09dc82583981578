package io.tidemark.cloud.headoffice;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.tidemark.node.forks.Fork;
import io.tidemark.node.web.Refusal;
import java.util.List;

/** Forks that wait for a person. */
@Controller("/api/v1/forks")
final class ForksController {
    private final Overview overview;

    ForksController(Overview overview) {
        this.overview = overview;
    }

    @Get
    List<ForkJson> standing() {
        return overview.forks().stream().map(ForkJson::of).toList();
    }

    @Get("/{id}")
    ForkJson one(String id) {
        return ForkJson.of(standing(id));
    }

    private Fork standing(String id) {
        return overview.fork(id)
                .orElseThrow(() ->
                        new Refusal(
                                HttpStatus.NOT_FOUND,
                                "no fork of '" + id + "' waits for a decision: see /api/v1/forks"));
    }
}
