package io.tidemark.fog.dashboard;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Hidden;
import io.tidemark.fog.proof.NotProvable;
import io.tidemark.ledger.seal.ProofText;
import io.tidemark.node.web.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The store's log of close-downs, and proofs of receipts. */
@Hidden
@Controller
final class ProofPages {
    private final ProofView proofs;
    private final StoreView view;
    private final boolean laboratory;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    ProofPages(ProofView proofs, StoreView view, Laboratory laboratory) {
        this.proofs = proofs;
        this.view = view;
        this.laboratory = laboratory.is();
    }

    /** A proof alone, to keep or to send. */
    @Get(value = "/proofs/text", produces = MediaType.TEXT_PLAIN)
    String text(@QueryValue String receipt) {
        try {
            return ProofText.of(proofs.proof(receipt.strip()));
        } catch (NotProvable e) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, String.valueOf(e.getMessage()));
        }
    }

    /** That the log only grew since it had so many, to keep or to send. */
    @Get(value = "/proofs/log", produces = MediaType.TEXT_PLAIN)
    HttpResponse<String> growth(@QueryValue int from) {
        try {
            return HttpResponse.ok(proofs.grown(from, proofs.size()).text())
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=log-since-" + from + ".txt");
        } catch (NotProvable e) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, String.valueOf(e.getMessage()));
        }
    }

    @Get(value = "/proofs", produces = MediaType.TEXT_HTML)
    String proofs(@Nullable @QueryValue String receipt) {
        Around around =
                new Around(
                        view.facts().name(),
                        view.facts().store() + " · " + view.gateway().organisation(),
                        laboratory);
        ProofPage page = ProofPage.of(proofs, receipt == null ? "" : receipt.strip());
        StringOutput html = new StringOutput();
        templates.render("gateway/proofs.jte", Map.of("page", page, "around", around), html);
        return html.toString();
    }
}
