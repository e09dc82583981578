package io.tidemark.fog.dashboard;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.tidemark.fog.proof.NotProvable;
import io.tidemark.node.web.Refusal;
import org.jspecify.annotations.Nullable;

/** The store's log of close-downs and its proofs, for programs of this machine. */
@Controller("/api/v1")
final class ProofApi {
    private final ProofView view;

    ProofApi(ProofView view) {
        this.view = view;
    }

    /** Every close-down and supplement, and the head that is signed over them. */
    @Get("/log")
    ProofTold.Log log() {
        return ProofTold.Log.of(view);
    }

    /** That the log of {@code to} (all of it if not given) began as the log of {@code from}. */
    @Get("/log/consistency")
    ProofTold.Growth consistency(@QueryValue int from, @Nullable @QueryValue Integer to) {
        try {
            return ProofTold.Growth.of(view.growth(from, to == null ? view.size() : to));
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    /** The proof that a receipt, by its id or its QR code, is in a day that was closed. */
    @Get("/proofs")
    ProofTold.Proof proof(@QueryValue String receipt) {
        try {
            return ProofTold.Proof.of(receipt, view.proof(receipt));
        } catch (NotProvable e) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, String.valueOf(e.getMessage()));
        }
    }
}
