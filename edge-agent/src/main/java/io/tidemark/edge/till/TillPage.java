package io.tidemark.edge.till;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The device's own page; its style and scripts are static assets. */
@Controller
@Hidden
final class TillPage {
    private final Desks desks;
    private final byte[] till = resource("/till/index.html");
    private final byte[] handheld = resource("/till/handheld.html");

    TillPage(Desks desks) {
        this.desks = desks;
    }

    @Get(value = "/", produces = MediaType.TEXT_HTML)
    HttpResponse<byte[]> page() {
        return HttpResponse.ok(
                switch (desks.now().workplace().kind()) {
                    case TILL -> till;
                    case HANDHELD -> handheld;
                });
    }

    /** What is done with goods, at a till too: the same page as a handheld's. */
    @Get(value = "/goods", produces = MediaType.TEXT_HTML)
    HttpResponse<byte[]> goods() {
        return HttpResponse.ok(handheld);
    }

    private static byte[] resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(TillPage.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a page from the program's own jar", e);
        }
    }
}
