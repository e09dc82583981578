package io.tidemark.fog.receipts;

import io.tidemark.fog.forward.HeadOfficeAway;
import io.tidemark.ledger.proof.ReceiptQuestion;
import io.tidemark.ledger.proof.ReceiptReply;
import java.util.List;

/** Head office's questions about receipts. */
public interface Questions {
    /** Waits for some; none where there were none in a while. */
    List<ReceiptQuestion> wanted() throws HeadOfficeAway;

    void answer(ReceiptReply reply) throws HeadOfficeAway;
}
