package io.tidemark.edge.till;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.tidemark.edge.record.RecordedEntry;
import io.tidemark.ledger.proof.HeadCode;
import io.tidemark.ledger.proof.ReceiptProof;
import io.tidemark.node.web.Refusal;
import java.util.Base64;

/** What a receipt's QR code says, for whoever doubts the paper. */
@Controller("/api/v1/receipts")
final class ProofApi {
    private final Desks desks;

    ProofApi(Desks desks) {
        this.desks = desks;
    }

    /** The chain from a receipt to the next head that this till signed. */
    @Get("/{number}/proof")
    Answers.Proof proof(long number) {
        TillDesk desk = desks.now();
        RecordedEntry entry = ReadsApi.given(ReadsApi.followed(desk), number);
        ReceiptProof proof = proof(desk, entry);
        return new Answers.Proof(
                Told.position(entry),
                Told.position(proof.head().head()),
                HeadCode.of(proof.head()),
                Base64.getEncoder().encodeToString(proof.toBytes()));
    }

    private static ReceiptProof proof(TillDesk desk, RecordedEntry entry) {
        try {
            return desk.recorder().proof(entry.journal(), entry.sequence());
        } catch (IllegalArgumentException tooLong) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_ENTITY, String.valueOf(tooLong.getMessage()));
        }
    }
}
