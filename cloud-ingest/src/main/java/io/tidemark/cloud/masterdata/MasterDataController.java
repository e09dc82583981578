package io.tidemark.cloud.masterdata;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.node.web.Problem;
import io.tidemark.node.web.Refusal;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Where a person's program publishes the catalogue. */
@Controller("/api/v1/master-data")
final class MasterDataController {
    private final Publishing publishing;

    MasterDataController(Publishing publishing) {
        this.publishing = publishing;
    }

    /** The version that gateways get now. */
    @Serdeable.Serializable
    record PublishedJson(
            long version,
            String hash,
            OffsetDateTime publishedAt,
            String operator,
            int taxCategories,
            int products) {
        static PublishedJson of(Published published) {
            return new PublishedJson(
                    published.version(),
                    published.hash().hex(),
                    published.at(),
                    published.operator(),
                    published.data().taxes().size(),
                    published.data().products().size());
        }
    }

    @Get
    PublishedJson current() {
        return publishing
                .current()
                .map(PublishedJson::of)
                .orElseThrow(() ->
                        new Refusal(
                                HttpStatus.NOT_FOUND,
                                "nothing is published yet: PUT a catalogue to this address"));
    }

    /**
     * Signs and publishes the next version; the same content again is answered with the version it
     * has.
     */
    @Put
    PublishedJson publish(@Body CatalogueJson catalogue) {
        CatalogueReading reading = CatalogueReading.of(catalogue);
        if (!reading.isSound()) throw refused(reading);
        String operator = Optional.ofNullable(catalogue.operator()).orElse("");
        try {
            return PublishedJson.of(publishing.publish(reading.catalogue(), operator));
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, String.valueOf(e.getMessage()));
        }
    }

    private static Refusal refused(CatalogueReading reading) {
        Problem problem =
                Problem.of(
                                HttpStatus.UNPROCESSABLE_ENTITY,
                                reading.faultCount()
                                        + " rows are bad; nothing was published. Mend them and send the whole again")
                        .ofKind("bad-catalogue-rows")
                        .with("badRows", reading.faultCount())
                        .with("rows", reading.faults());
        return new Refusal(problem);
    }
}
