package io.tidemark.cloud.headoffice;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.tidemark.cloud.masterdata.Publishing;
import io.tidemark.identity.Roster.StoreFacts;
import io.tidemark.node.paper.Paper;
import io.tidemark.node.pdf.PdfPaper;
import io.tidemark.node.web.ListedArticles;
import io.tidemark.node.web.ProductsJson;
import io.tidemark.node.web.Refusal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** The store Z of a day for programs: its articles, and as a file to keep or to send. */
@Controller("/api/v1/stores/{store}/days/{day}")
final class StoreZController {
    private final Overview overview;
    private final StoreZs zs;

    StoreZController(Overview overview, Publishing publishing) {
        this.overview = overview;
        this.zs = new StoreZs(overview, publishing);
    }

    /** With its supplements, as a PDF of A4 pages; with every article on demand. */
    @Get(value = "/z.pdf", produces = MediaType.APPLICATION_PDF)
    byte[] pdf(
            String store,
            LocalDate day,
            @QueryValue(defaultValue = ListedArticles.BEST) String articles) {
        boolean all = ListedArticles.isAll(articles);
        StoreFacts facts =
                overview.store(store)
                        .orElseThrow(
                                () -> notFound("there is no store '" + store + "' in the roster"));
        List<Paper> papers = zs.papers(facts, day, all);
        if (papers.isEmpty()) throw notFound(store + " has filed nothing for " + day);
        OffsetDateTime made = overview.storeZs(store, day).getLast().filed().closedAt();
        return PdfPaper.of(papers, made);
    }

    /**
     * What was sold of each article, ascending by its code, as the store Z or one of its
     * supplements has it; at most a thousand of them, from the one asked for, counted from 0.
     */
    @Get("/z/products")
    ProductsJson products(
            String store,
            LocalDate day,
            @QueryValue(defaultValue = "0") int supplement,
            @QueryValue(defaultValue = "0") int from) {
        StoreZs.Whole whole =
                zs.of(store, day, supplement)
                        .orElseThrow(() ->
                                notFound(
                                        store
                                                + " has filed no close-down of "
                                                + day
                                                + " with supplement "
                                                + supplement));
        whole.articles()
                .fault()
                .ifPresent(why -> {
                    throw new Refusal(HttpStatus.CONFLICT, why);
                });
        return ProductsJson.of(whole.articles().rows(), from, zs.names());
    }

    private static Refusal notFound(String why) {
        return new Refusal(HttpStatus.NOT_FOUND, why);
    }
}
