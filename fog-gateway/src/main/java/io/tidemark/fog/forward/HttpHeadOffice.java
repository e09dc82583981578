package io.tidemark.fog.forward;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.ArchiveReceipt;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.node.forks.Evidence;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** Head office over HTTP/2. */
public final class HttpHeadOffice implements HeadOffice {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    private static final int ANSWER_BYTES_MAX = 64 << 10;
    private static final int MASTER_DATA_BYTES_MAX = Limits.MASTER_DATA_BYTES_MAX + 1024;

    /** Of one store, over its whole life. */
    private static final int GRANTS_MAX = 1_000;

    private static final int GRANTS_BYTES_MAX = GRANTS_MAX * EpochGrant.BYTES_MAX;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    private static final int NO_SUCH_RANGE = 416;

    private final HttpLink link;
    private final Attempts journal = new Attempts("journal");
    private final Attempts masterData = new Attempts("master-data");
    private final Attempts archive = new Attempts("archive");
    private final Attempts decisions = new Attempts("decisions");

    public HttpHeadOffice(HttpLink link) {
        this.link = link;
    }

    @Override
    public Answer hello(Hello hello) throws HeadOfficeAway {
        return post("/v1/journal/hello", hello.toBytes());
    }

    @Override
    public Answer batch(Batch batch) throws HeadOfficeAway {
        return post("/v1/journal/batch", batch.toBytes());
    }

    @Override
    public boolean masterDataAfter(long version, Incoming into) throws IOException {
        PartialFile file = new PartialFile(into);
        HttpResponse<byte[]> response = fetched(version, file);
        if (response.statusCode() == NO_SUCH_RANGE) {
            // All of it is here, and was not taken: it is not what was served.
            file.discard();
            response = fetched(version, file);
        }
        return switch (response.statusCode()) {
            case 200, 206 -> true;
            case 204 -> false;
            default ->
                    throw HttpLink.unexpected(
                            response.request(),
                            new HttpLink.Reply(response.statusCode(), response.body()));
        };
    }

    private HttpResponse<byte[]> fetched(long version, PartialFile file) throws IOException {
        // The file may take its time on a slow line; that it begins to come may not.
        HttpRequest request =
                file.asking(link.request("/v1/master-data?have=" + version))
                        .timeout(ANSWER_MAX)
                        .GET()
                        .build();
        try {
            return link.send(
                    masterData,
                    HttpLink.fileMax(MASTER_DATA_BYTES_MAX),
                    request,
                    file.body(MASTER_DATA_BYTES_MAX));
        } catch (HeadOfficeAway e) {
            file.requireRoom(e);
            throw e;
        }
    }

    @Override
    public Filed keep(Sealed sealed) throws IOException {
        String path =
                "/v1/archive/"
                        + sealed.origin().node().device()
                        + "/"
                        + sealed.origin().epoch()
                        + "/"
                        + sealed.segment();
        HttpRequest request =
                link.request(path)
                        .header("Content-Type", "application/octet-stream")
                        .header(
                                "Digest",
                                "sha-256="
                                        + Base64.getEncoder()
                                                .encodeToString(sealed.digest().toBytes()))
                        .PUT(file(sealed))
                        .build();
        Duration limit = HttpLink.fileMax(Files.size(sealed.file()));
        HttpLink.Reply reply = link.send(archive, limit, request, ANSWER_BYTES_MAX);
        return switch (reply.status()) {
            case 200 -> new Filed.Kept(HttpLink.read(() -> ArchiveReceipt.parse(reply.body())));
            case CONFLICT, TOO_LARGE -> new Filed.RefusedForGood(reply.told());
            default -> throw HttpLink.unexpected(request, reply);
        };
    }

    @Override
    public void report(List<Evidence> forks) throws HeadOfficeAway {
        CborWriter body = new CborWriter();
        body.list(forks, (fork, writer) -> writer.bytes(fork.toBytes()));
        put("/v1/forks", body.toBytes());
    }

    @Override
    public List<EpochGrant> grants() throws HeadOfficeAway {
        HttpRequest request = link.request("/v1/grants").GET().build();
        HttpLink.Reply reply = link.send(decisions, ANSWER_MAX, request, GRANTS_BYTES_MAX);
        if (reply.status() != 200) throw HttpLink.unexpected(request, reply);
        return HttpLink.read(() -> {
            CborReader reader = new CborReader(reply.body());
            return reader.list(
                    GRANTS_MAX, () -> EpochGrant.parse(reader.bytes(EpochGrant.BYTES_MAX)));
        });
    }

    @Override
    public void show(EpochGrant grant) throws HeadOfficeAway {
        put("/v1/grants", grant.toBytes());
    }

    private void put(String path, byte[] body) throws HeadOfficeAway {
        HttpRequest request =
                link.request(path)
                        .header("Content-Type", HttpLink.CBOR)
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        HttpLink.Reply reply = link.send(decisions, ANSWER_MAX, request, ANSWER_BYTES_MAX);
        if (reply.status() != 204) throw HttpLink.unexpected(request, reply);
    }

    private Answer post(String path, byte[] body) throws HeadOfficeAway {
        HttpRequest request =
                link.request(path)
                        .header("Content-Type", HttpLink.CBOR)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        HttpLink.Reply reply = link.send(journal, ANSWER_MAX, request, ANSWER_BYTES_MAX);
        if (reply.body().length == 0) throw HttpLink.unexpected(request, reply);
        return HttpLink.read(() -> Answer.parse(reply.body()));
    }

    private static HttpRequest.BodyPublisher file(Sealed sealed) throws FileNotFoundException {
        return HttpRequest.BodyPublishers.ofFile(sealed.file());
    }
}
