package io.tidemark.cloud.masterdata;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestAttribute;
import io.swagger.v3.oas.annotations.Hidden;
import io.tidemark.cloud.ingest.PeerDoor;
import io.tidemark.cloud.masterdata.StoreCuts.Cut;
import io.tidemark.identity.Roster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where gateways get the signed file, each that of its store. A download that broke off goes on
 * with {@code Range: bytes=N-} and {@code If-Range} with the entity tag it had (RFC 9110 §13.1.5,
 * §14); any other range gets the whole.
 */
@Hidden
@Controller("/v1/master-data")
final class MasterDataDoor {
    private static final String CBOR = "application/cbor";
    private static final String RETRY_SECONDS = "5";
    private static final Pattern RESUME = Pattern.compile("bytes=(\\d{1,9})-");

    private final Publishing publishing;

    MasterDataDoor(Publishing publishing) {
        this.publishing = publishing;
    }

    @Get(produces = CBOR)
    HttpResponse<?> newerThan(
            @RequestAttribute(PeerDoor.GATEWAY) Roster.Member gateway,
            @QueryValue(defaultValue = "0") long have,
            @Header(HttpHeaders.RANGE) @Nullable String range,
            @Header(HttpHeaders.IF_RANGE) @Nullable String ifRange)
            throws IOException {
        Optional<Published> published = publishing.current();
        if (published.isEmpty() || published.get().version() <= have)
            return HttpResponse.noContent();
        try {
            Optional<Cut> cut = publishing.cut(published.get(), gateway.name().store());
            if (cut.isEmpty()) return HttpResponse.noContent();
            String tag = '"' + cut.get().hash().hex() + '"';
            boolean same = ifRange == null || ifRange.equals(tag);
            return send(cut.get(), tag, same ? start(range) : 0);
        } catch (StoreCuts.Busy e) {
            return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                    .contentType(MediaType.TEXT_PLAIN)
                    .body(e.getMessage());
        }
    }

    private static HttpResponse<?> send(Cut cut, String tag, long from) throws IOException {
        long size = cut.bytes();
        if (from >= size)
            return HttpResponse.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
        InputStream content = Files.newInputStream(cut.file());
        content.skipNBytes(from);
        MutableHttpResponse<InputStream> response =
                HttpResponse.ok(content)
                        .contentType(CBOR)
                        .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                        .header(HttpHeaders.ETAG, tag)
                        .contentLength(size - from);
        if (from == 0) return response;
        return response.status(HttpStatus.PARTIAL_CONTENT)
                .header(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + (size - 1) + "/" + size);
    }

    private static long start(@Nullable String range) {
        if (range == null) return 0;
        Matcher resume = RESUME.matcher(range);
        return resume.matches() ? Long.parseLong(resume.group(1)) : 0;
    }
}
