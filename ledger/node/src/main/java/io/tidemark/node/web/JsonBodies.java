package io.tidemark.node.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import io.micronaut.json.JsonMapper;
import io.tidemark.node.web.JsonShape.WrongShape;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON of every request at every tier: first its {@linkplain JsonShape shape} is checked,
 * then Micronaut's reader, which is not as strict, makes the record. Large catalogues come this way
 * too, so no tree is made of them.
 */
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Order(JsonBodies.BEFORE_MICRONAUTS)
final class JsonBodies<T> implements MessageBodyReader<T> {
    /** Micronaut's own has -10. */
    static final int BEFORE_MICRONAUTS = -100;

    private static final JsonFactory READER =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(LoopbackServer.JSON_DEPTH_MAX)
                                    .build())
                    .build();

    private final JsonMapper records;

    JsonBodies(JsonMapper records) {
        this.records = records;
    }

    @Override
    public T read(
            Argument<T> type, @Nullable MediaType mediaType, Headers headers, InputStream body) {
        try {
            return record(type, body.readAllBytes());
        } catch (IOException e) {
            throw new CodecException(String.valueOf(e.getMessage()), e);
        }
    }

    private T record(Argument<T> type, byte[] body) throws IOException {
        try (JsonParser json = READER.createParser(body)) {
            JsonShape.check(json, type);
            return records.readValue(body, type);
        } catch (WrongShape e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (JsonProcessingException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, notJson(e));
        }
    }

    private static String notJson(JsonProcessingException why) {
        return "the body is not JSON, at line "
                + why.getLocation().getLineNr()
                + ", column "
                + why.getLocation().getColumnNr()
                + ": "
                + Given.text(why.getOriginalMessage());
    }
}
