package io.tidemark.cloud.masterdata;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.Product;
import io.tidemark.ledger.masterdata.Rules;
import io.tidemark.ledger.masterdata.Trade;
import io.tidemark.node.web.Problem;
import io.tidemark.node.web.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Where a person's program publishes the catalogue. */
@Controller("/api/v1/master-data")
final class MasterDataController {
    private final Publishing publishing;

    MasterDataController(Publishing publishing) {
        this.publishing = publishing;
    }

    /**
     * The version that gateways get now.
     *
     * @param bytes of the whole; a store gets its part
     */
    @Serdeable
    record PublishedJson(
            long version,
            String hash,
            OffsetDateTime publishedAt,
            String operator,
            int taxCategories,
            int products,
            int operators,
            long bytes) {
        static PublishedJson of(Published published) {
            return new PublishedJson(
                    published.version(),
                    published.hash().hex(),
                    published.at(),
                    published.operator(),
                    published.around().taxes().size(),
                    published.products(),
                    published.around().operators().size(),
                    published.bytes());
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
        try (Content content = content(reading.catalogue())) {
            return PublishedJson.of(publishing.publish(content, operator));
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the catalogue", e);
        }
    }

    /** Operators, rules and terms are not said here: those that are published stay. */
    private Content content(CatalogueReading.Catalogue catalogue) throws IOException {
        Optional<MasterData> before = publishing.current().map(Published::around);
        Draft products = publishing.drafts().products();
        for (Product product : catalogue.products()) products.add(product);
        return new Content(
                catalogue.taxes(),
                before.map(MasterData::operators).orElse(List.of()),
                before.map(MasterData::rules).orElse(Rules.NONE),
                before.map(MasterData::trade).orElse(Trade.NONE),
                products);
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
