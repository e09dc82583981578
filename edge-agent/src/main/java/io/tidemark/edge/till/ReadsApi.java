package io.tidemark.edge.till;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.tidemark.edge.catalogue.DatedCatalogue;
import io.tidemark.edge.ledger.Receipts;
import io.tidemark.edge.record.Label;
import io.tidemark.edge.record.RecordedEntry;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.node.web.Amount;
import io.tidemark.node.web.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looking, without recording anything. */
@Controller("/api/v1")
final class ReadsApi {
    private static final int CODE_MAX = 200;

    private final Desks desks;

    ReadsApi(Desks desks) {
        this.desks = desks;
    }

    /** How the till is: its day, its journal, and what the gateway has marked. */
    @Get("/status")
    StatusAnswers.Status status() {
        return StatusTold.of(desks.now());
    }

    /**
     * Articles: the one with this PLU or GTIN ({@code code}), or whose package has a label of
     * scales with this bar code, or those whose description or PLU matches ({@code q}).
     */
    @Get("/products")
    List<CatalogueAnswers.Product> products(
            @QueryValue @Nullable String code, @QueryValue @Nullable String q) {
        TillDesk desk = desks.now();
        DatedCatalogue catalogue = desk.catalogues().current();
        CurrencyCode currency = desk.workplace().currency();
        if (code != null && code.length() <= CODE_MAX)
            return byCode(code.strip(), catalogue, currency).stream().toList();
        if (q != null && !q.isBlank() && q.length() <= CODE_MAX)
            return catalogue.search(q).stream()
                    .map(found -> CatalogueTold.product(found, currency))
                    .toList();
        throw new Refusal(
                HttpStatus.BAD_REQUEST,
                "give code=… (a PLU or GTIN) or q=… (part of a description)");
    }

    private static Optional<CatalogueAnswers.Product> byCode(
            String code, DatedCatalogue catalogue, CurrencyCode currency) {
        try {
            return catalogue
                    .byCode(code)
                    .map(found -> CatalogueTold.product(found, currency))
                    .or(() ->
                            Label.read(code, catalogue, currency)
                                    .map(label -> CatalogueTold.product(label, currency)));
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, String.valueOf(e.getMessage()));
        }
    }

    /** A look at a receipt. To print it again, record a copy. */
    @Get("/receipts/{number}")
    Answers.Receipt receipt(long number) {
        RecordedEntry entry = given(followed(desks.now()), number);
        return Told.receipt(entry, true, 0);
    }

    /** The receipts of a business day (yyyy-mm-dd), of the open one if none is named. */
    @Get("/receipts")
    List<Answers.ReceiptLine> receipts(@QueryValue @Nullable String day) {
        TillDesk desk = desks.now();
        LocalDate wanted = day == null ? desk.recorder().view().businessDay() : parsed(day);
        if (wanted == null) return List.of();
        return followed(desk).of(wanted).stream().map(ReadsApi::told).toList();
    }

    static RecordedEntry given(Receipts receipts, long number) {
        return receipts.byNumber(number)
                .orElseThrow(() ->
                        new Refusal(
                                HttpStatus.NOT_FOUND, "this till has given no receipt " + number));
    }

    static Receipts followed(TillDesk desk) {
        Receipts receipts = desk.receipts();
        if (receipts.awaitApplied(desk.recorder().view().head().sequence())) return receipts;
        throw new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "receipts cannot be listed just now ("
                        + receipts.status()
                        + "): selling goes on, ask again shortly");
    }

    private static Answers.ReceiptLine told(Receipts.Summary receipt) {
        return new Answers.ReceiptLine(
                receipt.number(),
                Told.receiptId(receipt.journal(), receipt.number(), receipt.hash()),
                receipt.command(),
                receipt.kind(),
                receipt.lines(),
                receipt.grossMinor(),
                receipt.currency(),
                receipt.at(),
                receipt.operator(),
                Optional.ofNullable(receipt.foreign()).map(Amount::of).orElse(null));
    }

    static LocalDate parsed(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST, "day is a date like 2010-12-01, not '" + day + "'");
        }
    }
}
