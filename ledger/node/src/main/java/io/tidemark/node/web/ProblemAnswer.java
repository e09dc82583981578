package io.tidemark.node.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;

/** A problem as its reader can take it: a page for a person's browser, JSON for a program. */
final class ProblemAnswer {
    private ProblemAnswer() {}

    static MutableHttpResponse<?> to(HttpRequest<?> request, Problem problem) {
        MutableHttpResponse<?> answer = HttpResponse.status(HttpStatus.valueOf(problem.status()));
        return wantsPage(request)
                ? answer.contentType(MediaType.TEXT_HTML_TYPE).body(page(problem))
                : answer.contentType(Problem.MEDIA_TYPE).body(problem);
    }

    /** Browsers name it; programs and the pages' own scripts take anything, or ask for JSON. */
    private static boolean wantsPage(HttpRequest<?> request) {
        String accepted = request.getHeaders().get(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML);
    }

    static String page(Problem problem) {
        return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>%1$s · Tidemark</title>
          <link rel="stylesheet" href="/assets/tidemark.css">
        </head>
        <body>
        <main>
        <h1>%1$s</h1>
        <p>%2$s</p>
        <p><a href="/">To the first page</a></p>
        </main>
        </body>
        </html>
        """
                .formatted(escaped(problem.title()), escaped(problem.detail()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
