package io.tidemark.cloud.headoffice;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.cloud.forks.Deciding;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.node.forks.Fork;
import io.tidemark.node.web.ForkJson;
import io.tidemark.node.web.Refusal;
import java.io.IOException;
import java.util.List;

/** Forks that wait for a person. */
@Controller("/api/v1")
final class ForksController {
    private final Overview overview;
    private final Deciding deciding;

    ForksController(Overview overview, Deciding deciding) {
        this.overview = overview;
        this.deciding = deciding;
    }

    @Get("/forks")
    List<ForkJson> standing() {
        return overview.forks().stream().map(ForkJson::of).toList();
    }

    @Get("/forks/{id}")
    ForkJson one(String id) {
        return ForkJson.of(standing(id));
    }

    /** Who decides, and why: both are part of what is signed. */
    @Serdeable.Deserializable
    record Approval(String approver, String reason) {}

    /**
     * @param epoch in which the journal goes on
     */
    @Serdeable.Serializable
    record GrantJson(
            String journal,
            int epoch,
            long lastSequence,
            String hash,
            long shared,
            String approver,
            String reason) {
        static GrantJson of(EpochGrant grant) {
            return new GrantJson(
                    grant.continued().label(),
                    grant.successor().epoch(),
                    grant.end().sequence(),
                    grant.end().hash().hex(),
                    grant.shared().sequence(),
                    grant.approver(),
                    grant.reason());
        }
    }

    /** Takes the other branch in as an epoch of its own: signed, and on its way to the store. */
    @Post("/forks/{id}/approve")
    GrantJson approve(String id, @Body Approval approval) throws IOException {
        try {
            return GrantJson.of(
                    deciding.approve(id, approval.approver(), approval.reason())
                            .orElseThrow(() -> notStanding(id)));
        } catch (Deciding.NotShown e) {
            throw new Refusal(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    /**
     * The store's gateway is lost with its disk: another goes on from what head office has. What it
     * then needs, {@code ./tidemark gateway recover} fetches.
     */
    @Post("/stores/{store}/replace-gateway")
    GrantJson replaceGateway(String store, @Body Approval approval) throws IOException {
        try {
            return GrantJson.of(
                    deciding.replaceGateway(store, approval.approver(), approval.reason())
                            .orElseThrow(() ->
                                    new Refusal(
                                            HttpStatus.NOT_FOUND,
                                            "there is no store '" + store + "' in the roster")));
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private static Refusal notStanding(String id) {
        return new Refusal(
                HttpStatus.NOT_FOUND,
                "no fork of '" + id + "' waits for a decision: see /api/v1/forks");
    }

    private Fork standing(String id) {
        return overview.fork(id).orElseThrow(() -> notStanding(id));
    }
}
