package io.tidemark.fog.forward;

import io.tidemark.fog.recover.Keeping;
import io.tidemark.ledger.ArchiveReceipt;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.Malformed;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What head office keeps for the store, over HTTP/2. */
public final class HttpKeeping implements Keeping {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    /** Segments of a store: four hundred a day for ten years. */
    private static final int SEGMENTS_MAX = 1_500_000;

    private static final int LIST_BYTES_MAX = 128 << 20;

    private final HttpLink link;
    private final NodeName gateway;
    private final Attempts attempts = new Attempts("keeping");

    public HttpKeeping(HttpLink link, NodeName gateway) {
        this.link = link;
        this.gateway = gateway;
    }

    @Override
    public Optional<Batch> entries(int epoch, long from) throws HeadOfficeAway {
        HttpRequest request =
                link.request("/v1/journal/entries?epoch=" + epoch + "&from=" + from).GET().build();
        HttpLink.Reply reply = link.send(attempts, ANSWER_MAX, request, Limits.BATCH_BYTES_MAX);
        return switch (reply.status()) {
            case 200 -> Optional.of(HttpLink.read(() -> Batch.parse(reply.body())));
            case 204, 404 -> Optional.empty();
            default -> throw HttpLink.unexpected(request, reply);
        };
    }

    @Override
    public List<Kept> archived() throws HeadOfficeAway {
        HttpRequest request = link.request("/v1/archive").GET().build();
        HttpLink.Reply reply =
                link.send(attempts, HttpLink.fileMax(LIST_BYTES_MAX), request, LIST_BYTES_MAX);
        if (reply.status() != 200) throw HttpLink.unexpected(request, reply);
        return HttpLink.read(() -> {
            CborReader reader = new CborReader(reply.body());
            return reader.list(SEGMENTS_MAX, () -> reader.fields(4, () -> kept(reader)));
        });
    }

    @Override
    public void fetch(Kept segment, Path file) throws IOException {
        String path =
                "/v1/archive/"
                        + segment.journal().node().device()
                        + "/"
                        + segment.journal().epoch()
                        + "/"
                        + segment.segment();
        HttpRequest request = link.request(path).setHeader("Accept", "*/*").GET().build();
        HttpResponse<?> response =
                link.send(attempts, HttpLink.fileMax(segment.bytes()), request, into(file));
        if (response.statusCode() != 200)
            throw HttpLink.unexpected(
                    request, new HttpLink.Reply(response.statusCode(), new byte[0]));
    }

    private static BodyHandler<Optional<Path>> into(Path file) {
        return response ->
                response.statusCode() == 200
                        ? BodySubscribers.mapping(
                                BodySubscribers.ofFile(
                                        file,
                                        StandardOpenOption.CREATE_NEW,
                                        StandardOpenOption.WRITE),
                                Optional::of)
                        : BodySubscribers.replacing(Optional.empty());
    }

    private Kept kept(CborReader reader) {
        NodeName device =
                new NodeName(
                        gateway.organisation(), gateway.store(), reader.text(NodeName.LABEL_MAX));
        JournalId journal = new JournalId(device, reader.integer(1, Integer.MAX_VALUE));
        String segment = reader.text(Limits.TEXT_MAX);
        if (!ArchiveReceipt.isSegmentName(segment))
            throw new Malformed("not the name of a segment: '" + segment + "'");
        return new Kept(journal, segment, reader.integer());
    }
}
