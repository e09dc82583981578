package io.tidemark.fog.forward;

import io.tidemark.fog.receipts.Questions;
import io.tidemark.ledger.proof.ReceiptQuestion;
import io.tidemark.ledger.proof.ReceiptReply;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;

/** Head office's questions about receipts, over HTTP/2. */
public final class HttpReceipts implements Questions {
    /** For how long head office may let a question wait for a question. */
    private static final Duration WAIT = Duration.ofSeconds(20);

    private static final Duration ANSWER_MAX = WAIT.plusSeconds(10);
    private static final int NOTHING = 1_024;

    private final HttpLink link;
    private final Attempts attempts = new Attempts("receipts");

    public HttpReceipts(HttpLink link) {
        this.link = link;
    }

    @Override
    public List<ReceiptQuestion> wanted() throws HeadOfficeAway {
        HttpRequest request =
                link.request("/v1/receipts/wanted?seconds=" + WAIT.toSeconds()).GET().build();
        HttpLink.Reply reply =
                link.send(attempts, ANSWER_MAX, request, ReceiptQuestion.LIST_BYTES_MAX);
        return switch (reply.status()) {
            case 200 -> HttpLink.read(() -> ReceiptQuestion.parse(reply.body()));
            case 204 -> List.of();
            default -> throw HttpLink.unexpected(request, reply);
        };
    }

    @Override
    public void answer(ReceiptReply answer) throws HeadOfficeAway {
        byte[] body = answer.toBytes();
        HttpRequest request =
                link.request("/v1/receipts/" + answer.id())
                        .header("Content-Type", HttpLink.CBOR)
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        HttpLink.Reply reply = link.send(attempts, HttpLink.fileMax(body.length), request, NOTHING);
        // 410: nobody waits for it any more.
        if (reply.status() != 204 && reply.status() != 410)
            throw HttpLink.unexpected(request, reply);
    }
}
