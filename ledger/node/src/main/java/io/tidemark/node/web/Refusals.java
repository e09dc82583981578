package io.tidemark.node.web;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.EntryPruned;
import io.tidemark.node.projection.ProjectionUnavailable;
import io.tidemark.node.writer.NotNow;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How the node's own exceptions are answered. */
@Factory
final class Refusals {
    private static final Duration PROJECTION_RETRY = Duration.ofSeconds(2);

    @Bean
    @Singleton
    ExceptionHandler<Refusal, HttpResponse<?>> refusal() {
        return (request, refusal) -> ProblemAnswer.to(request, refusal.problem());
    }

    @Bean
    @Singleton
    ExceptionHandler<Malformed, HttpResponse<?>> malformed() {
        return (request, malformed) ->
                ProblemAnswer.to(
                        request,
                        Problem.of(HttpStatus.BAD_REQUEST, String.valueOf(malformed.getMessage())));
    }

    @Bean
    @Singleton
    ExceptionHandler<NotNow, HttpResponse<?>> notNow() {
        return (request, notNow) ->
                later(request, String.valueOf(notNow.getMessage()), notNow.retryAfter());
    }

    @Bean
    @Singleton
    ExceptionHandler<ProjectionUnavailable, HttpResponse<?>> projectionUnavailable() {
        return (request, unavailable) ->
                later(request, String.valueOf(unavailable.getMessage()), PROJECTION_RETRY);
    }

    @Bean
    @Singleton
    ExceptionHandler<EntryPruned, HttpResponse<?>> pruned() {
        return (request, pruned) ->
                ProblemAnswer.to(
                        request, Problem.of(HttpStatus.GONE, String.valueOf(pruned.getMessage())));
    }

    private static HttpResponse<?> later(HttpRequest<?> request, String why, Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return ProblemAnswer.to(request, Problem.of(HttpStatus.SERVICE_UNAVAILABLE, why))
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}
